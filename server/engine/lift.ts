import { awaitedIn } from './action.ts';
import { deadlinesOf, planDeadlines } from './deadline.ts';
import { exemptionStanding } from './exemption.ts';
import { line } from './history.ts';
import { notice } from './notice.ts';
import type { Outcome } from './outcome.ts';
import { refused } from './refusal.ts';
import { settleWish } from './settle.ts';
import type { Situation } from './situation.ts';
import { enter, withDeadlines, type Change } from './visit.ts';

/** Takes an exemption back: the report is owed again from where the case stood, with its deadlines worked out anew. */
export const liftExemption = (situation: Situation, reason: string): Outcome => {
  const { model, case: current } = situation;
  const rule = model.workflow.exemption;
  if (rule === undefined) return refused('unknown-action');
  const standing = exemptionStanding(situation);
  if (standing.kind === 'none') return refused('not-your-role');
  if (standing.kind === 'same-person') return refused('same-person');
  if (current.status !== 'exempt') return refused('case-not-open');
  if (rule.reason === 'required' && reason.trim() === '') return refused('reason-required');
  const [{ actor }] = standing.parts;
  const again = owedAgain(situation);
  const told = awaitedIn(model.workflow.states[current.state]).filter((one) => one !== actor);
  return {
    kind: 'moved',
    case: again.case,
    effects: [
      line({ type: 'exemption-lifted', to: current.state, actor, comment: reason === '' ? null : reason }),
      ...again.effects,
      ...notice({ template: '@exemption-lifted', about: 'exemption-lifted', actors: told, payload: { reason } }),
      ...settleWish({ ...situation, case: again.case }, current),
    ],
    warnings: [],
  };
};

const owedAgain = (situation: Situation): Change => {
  const { model, case: current, now } = situation;
  if (current.opensAt === null || current.opensAt <= now) return enter(situation, { to: current.state });
  const waiting = { ...situation, case: { ...current, status: 'upcoming' as const } };
  const state = model.workflow.states[current.state];
  const deadlines = state === undefined ? [] : planDeadlines(waiting, { deadlines: deadlinesOf(state) });
  return withDeadlines(waiting, deadlines);
};

import type { Case } from './case.ts';
import { line } from './history.ts';
import { blankMetrics } from './metric.ts';
import { notice } from './notice.ts';
import type { Outcome } from './outcome.ts';
import { refused } from './refusal.ts';
import { settleWish } from './settle.ts';
import type { Situation } from './situation.ts';
import { standingFor, submitters, type Standing } from './standing.ts';

/** Where the person stands before exempting an organisation from a report. */
export const exemptionStanding = (situation: Situation): Standing =>
  standingFor(situation, { by: situation.model.workflow.exemption?.by ?? [], permission: 'cases.review' });

/** The organisation need not report: the case ends without one. A case that is done stays as it is. */
export const exempt = (situation: Situation, reason: string): Outcome => {
  const { model, case: current } = situation;
  const rule = model.workflow.exemption;
  if (rule === undefined) return refused('unknown-action');
  const standing = exemptionStanding(situation);
  if (standing.kind === 'none') return refused('not-your-role');
  if (standing.kind === 'same-person') return refused('same-person');
  if (current.status !== 'open' && current.status !== 'upcoming') return refused('case-not-open');
  if (rule.reason === 'required' && reason.trim() === '') return refused('reason-required');
  return ended(situation, { status: 'exempt', reason, actor: standing.parts[0].actor });
};

/** The organisation leaves: what it has not reported yet is cancelled, what was received stays. For the system alone. */
export const cancel = (situation: Situation, reason: string): Outcome => {
  const { case: current, facts } = situation;
  if (facts.person !== null) return refused('not-your-role');
  const isOpen = current.status === 'open' || current.status === 'upcoming';
  if (!isOpen || current.judged !== null) return refused('case-not-open');
  return ended(situation, { status: 'cancelled', reason, actor: null });
};

interface Ending {
  status: 'exempt' | 'cancelled';
  reason: string;
  actor: string | null;
}

const ended = (situation: Situation, { status, reason, actor }: Ending): Outcome => {
  const { model, case: current } = situation;
  const moved: Case = { ...current, status, deadlines: [], tasks: [], metrics: blankMetrics(situation) };
  const type = status === 'exempt' ? 'exempted' : 'cancelled';
  const actors = submitters(model).filter((one) => one !== actor);
  return {
    kind: 'moved',
    case: moved,
    effects: [
      line({ type, from: current.state, actor, comment: reason === '' ? null : reason }),
      ...(status === 'exempt' ? [{ kind: 'exemption' as const, reason }] : []),
      { kind: 'end-visit', visit: current.visit, done: [] },
      ...notice({ template: `@${type}`, about: type, actors, payload: { reason } }),
      ...settleWish({ ...situation, case: moved }, current),
    ],
    warnings: [],
  };
};

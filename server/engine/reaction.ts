import type { LocalText } from '../contract/text.ts';
import { reactionIn, awaitedIn } from './action.ts';
import type { Asking } from './ask.ts';
import type { Case } from './case.ts';
import { failing, targetOf, withSet } from './guard.ts';
import { line } from './history.ts';
import { waitingNotices } from './notice.ts';
import { reportedData, rewritten } from './revision.ts';
import type { Situation } from './situation.ts';
import { enter, type Change } from './visit.ts';

/**
 * What the state of a case does at one of the engine's own events. Nothing where it names no such event, or where the
 * state is final: only people reopen. Where a requirement does not hold the case stays, and its history says why.
 */
export const reactTo = (situation: Situation, event: string, ballot = ''): Change => {
  const { model, case: current } = situation;
  const still = { case: current, effects: [] };
  const state = model.workflow.states[current.state];
  const reaction = reactionIn(state, event);
  if (reaction === null || current.status !== 'open') return still;
  const asking: Asking = { place: { at: 'action' }, event, ballot };
  const { errors } = failing(situation, asking, reaction.require);
  if (errors.length > 0) return held(current, event, errors);
  const basis = { ...situation, facts: { ...situation.facts, data: reportedData(situation) } };
  const set = withSet(basis, asking, reaction.set);
  const to = targetOf(situation, asking, reaction.to);
  if (!set.ok) return held(current, event, set.messages);
  if (to === current.state && !set.changed) return still;
  const written = rewritten(situation, set);
  const moved = to === current.state ? written : enter({ ...situation, case: written.case }, { to });
  const told = moved.case.status === 'open' ? awaitedIn(model.workflow.states[to]) : [];
  return {
    case: moved.case,
    effects: [
      line({ type: 'reacted', action: event, from: current.state, to, payload: { visit: moved.case.visit } }),
      ...written.effects,
      ...(moved === written ? [] : moved.effects),
      ...(to === current.state ? [] : waitingNotices(moved.case, told)),
    ],
  };
};

const held = (current: Case, event: string, messages: readonly LocalText[]): Change => ({
  case: current,
  effects: [
    line({
      type: 'reaction-held',
      action: event,
      from: current.state,
      to: current.state,
      payload: { messages: [...messages] },
    }),
  ],
});

import { awaitedIn } from './action.ts';
import type { CaseDeadline } from './case.ts';
import { deadlinesOf, planDeadlines } from './deadline.ts';
import { line } from './history.ts';
import { notice } from './notice.ts';
import { settleWish } from './settle.ts';
import type { Situation } from './situation.ts';
import { withDeadlines, type Change } from './visit.ts';

/**
 * Works the deadlines of the present visit out again, after their rules changed or an extension reached the case from
 * outside. Time that a return gave is kept; what has been judged is not judged again. Each date that moves is a line.
 */
export const replan = (situation: Situation): Change => {
  const { model, case: current } = situation;
  const state = model.workflow.states[current.state];
  const still = { case: current, effects: [] };
  if (state === undefined || (current.status !== 'open' && current.status !== 'upcoming')) return still;
  const planned = planDeadlines(situation, { deadlines: deadlinesOf(state) }).map((deadline) =>
    keepGiven(current.deadlines, deadline),
  );
  const changes = planned.filter(({ key, due, graceUntil }) => {
    const before = current.deadlines.find((one) => one.key === key);
    return before?.due !== due || before.graceUntil !== graceUntil;
  });
  if (changes.length === 0 && planned.length === current.deadlines.length) return still;
  const moved = withDeadlines(situation, planned);
  const lines = changes.flatMap(({ key, due }) => {
    const payload = { deadline: key, old: current.deadlines.find((one) => one.key === key)?.due ?? null, new: due };
    const actors = current.status === 'open' ? awaitedIn(state) : [];
    return [
      line({ type: 'deadline-changed', payload }),
      ...notice({ template: `@changed.${key}`, about: 'deadline-changed', actors, payload }),
    ];
  });
  return {
    case: moved.case,
    effects: [...lines, ...moved.effects, ...settleWish({ ...situation, case: moved.case }, current)],
  };
};

const keepGiven = (before: readonly CaseDeadline[], planned: CaseDeadline): CaseDeadline => {
  const given = before.find(({ key, override }) => key === planned.key && override === 'given');
  return given !== undefined && given.due > planned.due ? given : planned;
};

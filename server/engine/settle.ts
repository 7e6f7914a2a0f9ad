import type { LocalText } from '../contract/text.ts';
import type { Case, Instant } from './case.ts';
import type { SiblingCase } from './command.ts';
import { timeFrameOf } from './deadline.ts';
import type { Effect } from './effect.ts';
import { failing } from './guard.ts';
import { line } from './history.ts';
import type { Model } from './model.ts';
import { notice } from './notice.ts';
import type { Outcome } from './outcome.ts';
import type { Situation } from './situation.ts';
import { moveDue } from './workday.ts';

/**
 * A settlement judges all cases that one organisation has in the workflow, once the last of them was due and some days
 * have passed. The mark stands on the case that was due last; it is judged again whenever a case of the series changes.
 */

/** A case as the others of its series see it. */
export const siblingOf = (model: Model, current: Case): SiblingCase => ({
  id: current.id,
  state: current.state,
  status: current.status,
  final: model.workflow.states[current.state]?.final ?? null,
  period: current.period?.key ?? null,
  submitted: current.judged !== null,
  zero: current.zero,
  late: current.judged?.late ?? false,
  due: current.due,
  metrics: current.metrics,
});

/** The series with this case as it is now, in place of what was read before. */
const seriesOf = ({ model, case: current, facts }: Situation): SiblingCase[] => {
  const own = siblingOf(model, current);
  const isListed = facts.series.some(({ id }) => id === current.id);
  return isListed ? facts.series.map((one) => (one.id === current.id ? own : one)) : [...facts.series, own];
};

const isOwed = ({ status, due }: SiblingCase): boolean => due !== null && status !== 'exempt' && status !== 'cancelled';

/** The case of a series on which the mark stands, with the time from which on it is judged; null while nothing is owed. */
export const settlementOf = (model: Model, series: readonly SiblingCase[]): { case: string; at: Instant } | null => {
  const rule = model.workflow.settle;
  if (rule === undefined) return null;
  const [last] = series.filter(isOwed).sort((a, b) => (b.due ?? 0) - (a.due ?? 0) || (a.id < b.id ? -1 : 1));
  if (last?.due == null) return null;
  const at = rule.after === undefined ? last.due : moveDue(last.due, rule.after, timeFrameOf(model));
  return { case: last.id, at };
};

/** The wish to have the series judged after a change to this case: again where it was judged before, or at another time. */
export const settleWish = (situation: Situation, before: Case | null): Effect[] => {
  const { model, case: current, now } = situation;
  const settlement = settlementOf(model, seriesOf(situation));
  if (settlement === null) return [];
  const isMoved = before?.due !== current.due || before.status !== current.status;
  return isMoved || now >= settlement.at
    ? [{ kind: 'settle', case: settlement.case, at: Math.max(settlement.at, now) }]
    : [];
};

/** Judges the series where the time has come. On a case that is not the last of its series a former mark is cleared. */
export const settle = (situation: Situation): Outcome => {
  const { model, case: current, now } = situation;
  const rule = model.workflow.settle;
  const unchanged: Outcome = { kind: 'moved', case: current, effects: [], warnings: [] };
  if (rule === undefined) return unchanged;
  const series = seriesOf(situation);
  const settlement = settlementOf(model, series);
  if (settlement?.case !== current.id) return { ...unchanged, ...withMark(situation, false) };
  if (now < settlement.at) {
    return { ...unchanged, effects: [{ kind: 'settle', case: current.id, at: settlement.at }] };
  }
  const seen = { ...situation, facts: { ...situation.facts, series } };
  const { errors } = failing(seen, { place: { at: 'settle' } }, rule.require);
  const marked = withMark(situation, errors.length > 0, errors);
  return {
    ...unchanged,
    case: marked.case,
    effects: [{ kind: 'settlement', met: errors.length === 0, messages: errors }, ...marked.effects],
  };
};

const withMark = (
  { model, case: current }: Situation,
  isMarked: boolean,
  messages: readonly LocalText[] = [],
): { case: Case; effects: Effect[] } => {
  const rule = model.workflow.settle?.on_fail;
  if (rule === undefined || current.marks.includes(rule.mark) === isMarked) return { case: current, effects: [] };
  const marks = isMarked ? [...current.marks, rule.mark] : current.marks.filter((mark) => mark !== rule.mark);
  const payload = { mark: rule.mark, messages: [...messages] };
  const about = isMarked ? 'mark-set' : 'mark-cleared';
  return {
    case: { ...current, marks },
    effects: [
      line({ type: about, payload }),
      ...notice({ template: `@${about}.${rule.mark}`, about, actors: rule.notify ?? [], payload }),
    ],
  };
};

import { startOfDay } from '../calendar.ts';
import type { Case, CaseDeadline, Period } from '../case.ts';
import type { Effect, TimerWish } from '../effect.ts';
import { deadlinesOf, planDeadlines } from '../deadline.ts';
import type { Model } from '../model.ts';
import { periodsFor } from '../period.ts';
import { replan } from '../replan.ts';
import { settlementOf, siblingOf } from '../settle.ts';
import type { Situation } from '../situation.ts';
import { timersWanted } from '../timer.ts';
import { reportDue, type Change } from '../visit.ts';

/** The case's period with the days that the rules give it now; a period that they no longer have stays as it was. */
const periodUnder = (model: Model, current: Case): Period | null => {
  if (current.period === null) return null;
  const { key } = current.period;
  const kinds = current.organisation?.kinds ?? [];
  return periodsFor(model.workflow, kinds, model.calendar).find((period) => period.key === key) ?? current.period;
};

/** A case whose period has new days; one that waits for its window opens when the new window does. */
export const withPeriod = (model: Model, current: Case): Case => {
  const period = periodUnder(model, current);
  if (period === null || JSON.stringify(period) === JSON.stringify(current.period)) return current;
  const opensAt = current.status === 'upcoming' ? startOfDay(period.from, model.programme.zone) : current.opensAt;
  const enteredAt = current.status === 'upcoming' ? (opensAt ?? current.enteredAt) : current.enteredAt;
  return { ...current, period, opensAt, enteredAt };
};

/** Dates by the new rules, each that moves with a line; timers also where only they changed. */
export const movedDates = (situation: Situation, before: { model: Model; case: Case }): Change => {
  const planned = replan(situation);
  return withTimers(situation, before, planned);
};

/** The deadlines that a state names, with the dates that are known already; only others are worked out. */
export const keptDeadlines = (situation: Situation, known: readonly CaseDeadline[]): CaseDeadline[] => {
  const state = situation.model.workflow.states[situation.case.state];
  return (state === undefined ? [] : deadlinesOf(state)).flatMap((key) => {
    const kept = known.find((one) => one.key === key);
    return kept === undefined ? planDeadlines(situation, { deadlines: [key] }) : [kept];
  });
};

/** Dates as they were. */
export const keptDates = (situation: Situation, before: { model: Model; case: Case }): Change => {
  const { model, case: current } = situation;
  if (current.status !== 'open' && current.status !== 'upcoming') return { case: current, effects: [] };
  const deadlines = keptDeadlines(situation, current.deadlines);
  const isSame = JSON.stringify(deadlines) === JSON.stringify(current.deadlines);
  const kept = isSame ? current : { ...current, deadlines, due: reportDue(model, { ...current, deadlines }) };
  return withTimers(situation, before, { case: kept, effects: [] });
};

const sameWishes = (a: readonly TimerWish[], b: readonly TimerWish[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

const withTimers = ({ model, now }: Situation, before: { model: Model; case: Case }, change: Change): Change => {
  if (change.effects.some(({ kind }) => kind === 'timers')) return change;
  const wishes = timersWanted(model, change.case, now);
  if (sameWishes(wishes, timersWanted(before.model, before.case, now))) return change;
  return { case: change.case, effects: [...change.effects, { kind: 'timers', visit: change.case.visit, wishes }] };
};

/** The wish to have the series judged anew where the rule of its settlement itself has changed. */
export const resettled = ({ model, case: current, facts, now }: Situation, before: Model): Effect[] => {
  const [rule, was] = [model.workflow.settle, before.workflow.settle];
  if (rule === undefined || JSON.stringify(rule) === JSON.stringify(was)) return [];
  const series = facts.series.filter(({ id }) => id !== current.id);
  const settlement = settlementOf(model, [...series, siblingOf(model, current)]);
  return settlement === null ? [] : [{ kind: 'settle', case: settlement.case, at: Math.max(settlement.at, now) }];
};

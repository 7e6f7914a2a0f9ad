import type { Scenario } from '../contract/definition/scenario.ts';
import { addDays, daysBetween } from './calendar.ts';
import type { Day } from './case.ts';
import type { DayMove, DefinitionEdit } from './deadline-change.ts';

/**
 * Scenarios whose dates go along with a deadline that is moved. A scenario is written around dates; where one of them moves,
 * what was to be shown (in time, late, in grace) stays to be shown, only on other days.
 */

const dayOf = (local: string): Day => local.slice(0, 10);
const movedBy = (local: string, days: number): string => addDays(dayOf(local), days) + local.slice(10);

const dated = (scenario: Scenario): { path: (string | number)[]; value: string }[] => [
  { path: ['given', 'now'], value: scenario.given.now },
  ...scenario.steps.flatMap((step, index) => [
    ...(step.advance_to === undefined ? [] : [{ path: ['steps', index, 'advance_to'], value: step.advance_to }]),
    ...(step.expect?.due === undefined ? [] : [{ path: ['steps', index, 'expect', 'due'], value: step.expect.due }]),
  ]),
];

/** What may have to move: only what lies on or behind the old due day, or the whole scenario. */
const REACHES: readonly ((day: Day, move: DayMove) => boolean)[] = [(day, { from }) => day >= from, () => true];

/** Ways in which the scenario could be written on other days, the smallest first. */
export const datedAnew = (scenario: Scenario, move: DayMove): DefinitionEdit[][] => {
  const days = daysBetween(move.from, move.to);
  return REACHES.map((isReached) =>
    dated(scenario)
      .filter(({ value }) => isReached(dayOf(value), move))
      .map(({ path, value }) => ({ path, value: movedBy(value, days) })),
  );
};

/** Expectations that speak of dates and of nothing else. */
const OF_DATES = ['due', 'late', 'in_grace', 'notified'];

/** Takes away what a scenario expects of dates at the places that no longer hold; null where something else fails too. */
export const withoutDates = (failing: readonly (readonly (string | number)[])[]): DefinitionEdit[] | null => {
  const isOfDates = (path: readonly (string | number)[]): boolean =>
    path.length === 4 && path[2] === 'expect' && OF_DATES.includes(String(path[3]));
  return failing.every(isOfDates) ? failing.map((path) => ({ path: [...path], value: undefined })) : null;
};

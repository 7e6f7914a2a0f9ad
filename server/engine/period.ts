import type { PeriodRule, Periods } from '../contract/definition/deadline.ts';
import type { Calendar } from '../contract/definition/calendar.ts';
import type { Workflow } from '../contract/definition/workflow.ts';
import { addDays, daysBetween } from './calendar.ts';
import type { Day, Period } from './case.ts';
import { readDuration } from './duration.ts';
import { nextUnit, unitKey, unitStart, unitTitle } from './period-unit.ts';
import { addToDay } from './workday.ts';

type Recurring = Extract<PeriodRule, { every: string }>;

/** A rule gives at most so many periods (ten years of days); those after them do not exist. */
export const MOST_PERIODS = 4_000;

/** The rule for an organisation with these kinds: of several entries by kind the first that fits; null where none does. */
export const periodRuleFor = (periods: Periods, kinds: readonly string[]): PeriodRule | null => {
  if (!('for' in periods)) return periods;
  const entry = Object.entries(periods.for).find(([kind]) => kinds.includes(kind));
  return entry?.[1] ?? null;
};

/** The periods of a workflow for an organisation with these kinds, in the order of time; none where the workflow has no periods. */
export const periodsFor = (workflow: Workflow, kinds: readonly string[], calendar: Calendar | null): Period[] => {
  const rule = workflow.periods === undefined ? null : periodRuleFor(workflow.periods, kinds);
  return rule === null ? [] : periodsOfRule(rule, calendar);
};

export const periodsOfRule = (rule: PeriodRule, calendar: Calendar | null): Period[] =>
  'list' in rule
    ? rule.list.map((named) => ({ ...named, title: named.title ?? named.key }))
    : recurring(rule, calendar);

const recurring = (rule: Recurring, calendar: Calendar | null): Period[] => {
  const periods: Period[] = [];
  let start = unitStart(rule.every, rule.from);
  while (start !== '' && start <= rule.to && periods.length < MOST_PERIODS) {
    const next = nextUnit(rule.every, start);
    const unit = { start, end: addDays(next, -1) };
    const window = windowOf(rule, unit, periods.at(-1) ?? null);
    const due = dueOf(rule, unit, window, calendar);
    if (due !== null && window.from <= window.to) {
      periods.push({ key: unitKey(rule.every, start), title: unitTitle(rule.every, start), ...window, due });
    }
    start = next;
  }
  return periods;
};

interface Unit {
  start: Day;
  end: Day;
}
interface Window {
  from: Day;
  to: Day;
}

/** The n-th day of a unit; where the unit is shorter, its last day. */
const dayInside = (unit: Unit, n: number): Day => {
  const day = addDays(unit.start, n - 1);
  return day < unit.end ? day : unit.end;
};

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

const windowOf = (rule: Recurring, unit: Unit, previous: Period | null): Window => {
  const window = rule.window ?? 'calendar';
  if (typeof window === 'object') return clip(rule, dayInside(unit, window.from), dayInside(unit, window.to));
  // Windows that reach back to the last due day only have a meaning where the due day itself ends them.
  if (window === 'since_previous' && rule.due === undefined) {
    return clip(rule, previous === null ? rule.from : addDays(previous.due, 1), dayInside(unit, rule.day ?? MOST_DAYS));
  }
  return clip(rule, unit.start, unit.end);
};

const MOST_DAYS = 366;

const clip = (rule: Recurring, from: Day, to: Day): Window => ({
  from: later(from, rule.from),
  to: earlier(to, rule.to),
});

/** Null where the unit has no such day and the rule skips it. */
const dueOf = (rule: Recurring, unit: Unit, window: Window, calendar: Calendar | null): Day | null => {
  if (rule.due !== undefined && 'after_end' in rule.due) {
    const length = readDuration(rule.due.after_end);
    return length === null ? window.to : addToDay(window.to, length, calendar);
  }
  if (rule.due !== undefined) {
    const start = nextUnit('month', unitStart('month', window.to));
    return dayOrSkip(rule, { start, end: addDays(nextUnit('month', start), -1) }, rule.due.month_after);
  }
  if (rule.day === undefined) return window.to;
  const due = dayOrSkip(rule, unit, rule.day);
  // A first window may begin after the due day of its unit: it is due when it ends.
  return due !== null && due < window.from ? window.to : due;
};

const dayOrSkip = (rule: Recurring, unit: Unit, n: number): Day | null =>
  rule.overflow === 'skip' && n > daysBetween(unit.start, unit.end) + 1 ? null : dayInside(unit, n);

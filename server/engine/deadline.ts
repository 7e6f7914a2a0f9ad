import type { Deadline, DueRule } from '../contract/definition/deadline.ts';
import type { State } from '../contract/definition/workflow.ts';
import { ask, type Asking } from './ask.ts';
import { dayAt, endOfDay, instantAt, isDay } from './calendar.ts';
import type { Case, CaseDeadline, Day, Instant, Judgement } from './case.ts';
import type { Extension } from './command.ts';
import { isClockLength, readDuration } from './duration.ts';
import type { Model } from './model.ts';
import type { Situation } from './situation.ts';
import { addToDay, endOfLength, moveDue, nextWorkday, previousWorkday, type TimeFrame } from './workday.ts';

const DEADLINE: Asking = { place: { at: 'deadline' } };

/** Zone and calendar of a model's programme. */
export const timeFrameOf = (model: Model): TimeFrame => ({ zone: model.programme.zone, calendar: model.calendar });

/** The deadlines that a state names, in its order. */
export const deadlinesOf = (state: State): readonly string[] =>
  state.deadline === undefined ? [] : typeof state.deadline === 'string' ? [state.deadline] : state.deadline;

/** What says when it is due for an organisation of these kinds: the first entry by kind that fits, else the default, else the deadline itself. */
export const dueRuleFor = (deadline: Deadline, kinds: readonly string[]): DueRule => {
  const entry = Object.entries(deadline.for ?? {}).find(([kind]) => kinds.includes(kind));
  return entry?.[1] ?? deadline.default ?? deadline;
};

/** When the rules alone make it due, counted from entering the state; null where they name no time (an empty date of the form). */
const dueByRule = (situation: Situation, deadline: Deadline): Instant | null => {
  const rule = dueRuleFor(deadline, situation.case.organisation?.kinds ?? []);
  const frame = timeFrameOf(situation.model);
  const end = (day: Day): Instant => dayEnd(movedFromHoliday(day, deadline, frame), rule, frame);
  if (rule.on !== undefined) return end(rule.on);
  if (rule.at !== undefined) return dueOfValue(situation, rule.at, end);
  return rule.within === undefined ? null : dueWithin(situation, rule, rule.within, end);
};

const dayEnd = (day: Day, rule: DueRule, { zone }: TimeFrame): Instant =>
  rule.time === undefined ? endOfDay(day, zone) : instantAt(day, rule.time, zone);

const movedFromHoliday = (day: Day, deadline: Deadline, { calendar }: TimeFrame): Day => {
  if (deadline.if_holiday === 'next_workday') return nextWorkday(day, calendar);
  return deadline.if_holiday === 'previous_workday' ? previousWorkday(day, calendar) : day;
};

/** A date counts to its end; an instant is exact. */
const dueOfValue = (situation: Situation, text: string, end: (day: Day) => Instant): Instant | null => {
  const answer = ask(situation, DEADLINE, text);
  if (!answer.ok) return null;
  if (isDay(answer.value)) return end(answer.value);
  return typeof answer.value === 'number' ? answer.value : null;
};

const dueWithin = (situation: Situation, rule: DueRule, within: string, end: (day: Day) => Instant): Instant | null => {
  const frame = timeFrameOf(situation.model);
  const length = readDuration(within);
  const answer = rule.from === undefined ? null : ask(situation, DEADLINE, rule.from);
  const from = answer === null ? situation.case.enteredAt : answer.ok ? answer.value : null;
  if (length === null) return null;
  // From a date of the data, hours are counted from the end of that day.
  if (isDay(from)) {
    return isClockLength(length)
      ? endOfLength(endOfDay(from, frame.zone), within, frame)
      : end(addToDay(from, length, frame.calendar));
  }
  if (typeof from !== 'number') return null;
  return isClockLength(length)
    ? endOfLength(from, within, frame)
    : end(addToDay(dayAt(from, frame.zone), length, frame.calendar));
};

/** The due date granted to a case by a person: to its own organisation, else to the nearest above it, else to everybody. */
const extensionFor = (
  current: Pick<Case, 'organisation'>,
  extensions: readonly Extension[],
  deadline: string,
): Extension | null => {
  const mine = extensions.filter((extension) => extension.deadline === deadline);
  const line = [current.organisation?.id, ...(current.organisation?.ancestors ?? []).map(({ id }) => id), null];
  for (const organisation of line) {
    const granted = mine.filter((extension) => extension.organisation === organisation);
    const [last] = granted.sort((a, b) => b.due - a.due);
    if (last !== undefined) return last;
  }
  return null;
};

/** What entering a state starts: `give` is the time that a return gives. */
export interface Entry {
  deadlines: readonly string[];
  give?: string | undefined;
}

/** The deadlines of a visit that begins at `case.enteredAt`; one for which nothing names a time is left out. */
export const planDeadlines = (situation: Situation, entry: Entry): CaseDeadline[] =>
  entry.deadlines.flatMap((key) => {
    const planned = planDeadline(situation, key, entry.give);
    return planned === null ? [] : [planned];
  });

const planDeadline = (situation: Situation, key: string, give: string | undefined): CaseDeadline | null => {
  const { model, case: current, facts } = situation;
  const deadline = model.workflow.deadlines?.[key];
  if (deadline === undefined) return null;
  const kept = deadline.resume === true ? current.kept[key] : undefined;
  const rule = kept ?? dueByRule(situation, deadline);
  const extension = extensionFor(current, facts.extensions, key);
  const due = extension?.due ?? rule;
  const given = give === undefined ? null : endOfLength(situation.now, give, timeFrameOf(model));
  if (given !== null && (due === null || given > due)) {
    return withGrace(model, deadline, { key, planned: given, due: given, override: 'given' });
  }
  if (due === null || Number.isNaN(due)) return null;
  return withGrace(model, deadline, {
    key,
    planned: rule ?? due,
    due,
    override: extension === null ? null : 'extension',
  });
};

/** The deadline with its days of grace, which are counted from the end of the due day. */
export const withGrace = (model: Model, deadline: Deadline, due: Omit<CaseDeadline, 'graceUntil'>): CaseDeadline => ({
  ...due,
  graceUntil: deadline.grace === undefined ? null : moveDue(due.due, deadline.grace, timeFrameOf(model)),
});

/** From when on a receipt is late. */
export const lateFrom = (deadline: CaseDeadline): Instant => deadline.graceUntil ?? deadline.due;

/** How a receipt is judged by the deadlines of the state in which it was sent: late where it is late by any of them. */
export const judge = (deadlines: readonly CaseDeadline[], receipt: { at: Instant; submission: number }): Judgement => {
  const late = deadlines.some((deadline) => receipt.at >= lateFrom(deadline));
  const due = deadlines.length === 0 ? null : Math.min(...deadlines.map((deadline) => deadline.due));
  return { ...receipt, due, late, inGrace: !late && due !== null && receipt.at >= due };
};

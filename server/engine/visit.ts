import { isReporting } from './action.ts';
import type { Case, CaseDeadline, Instant, Task } from './case.ts';
import { deadlinesOf, planDeadlines } from './deadline.ts';
import type { Effect } from './effect.ts';
import { isJudged } from './judging/rule.ts';
import { openSeats } from './judging/seats.ts';
import type { Model } from './model.ts';
import type { Situation } from './situation.ts';
import { timersWanted } from './timer.ts';

/** A case on its way through a step, with what follows so far. */
export interface Change {
  case: Case;
  effects: Effect[];
}

interface Arrival {
  to: string;
  /** Time given by a return or a reopening. */
  give?: string | undefined;
  /** Tasks of the visit that ends which the action has done. */
  done?: readonly string[];
}

/** Leaves the present state and enters another (or the same again): a new visit with its own deadlines, tasks and timers. */
export const enter = (situation: Situation, { to, give, done = [] }: Arrival): Change => {
  const { model, case: left, now } = situation;
  const state = model.workflow.states[to];
  const visit = left.visit + 1;
  const status = state?.final === undefined ? 'open' : 'done';
  const kept = { ...left.kept, ...keptBy(model, left.deadlines) };
  const empty: Case = { ...left, state: to, visit, status, enteredAt: now, kept, tasks: [], deadlines: [] };
  const bare = { ...empty, tasks: tasksOnEntering({ ...situation, case: empty }) };
  const deadlines =
    state === undefined ? [] : planDeadlines({ ...situation, case: bare }, { deadlines: deadlinesOf(state), give });
  const arrived = { ...bare, deadlines, due: reportDue(model, { ...bare, deadlines }) };
  const ended: Effect[] =
    left.visit === 0 && left.status !== 'upcoming' ? [] : [{ kind: 'end-visit', visit: left.visit, done: [...done] }];
  return { case: arrived, effects: [...ended, ...taskEffects(arrived), ...timerEffects(model, arrived, now)] };
};

/** What waits in the state that is entered: a judged task with all its seats, any other once. */
export const tasksOnEntering = (situation: Situation): Task[] => {
  const { model, case: current } = situation;
  const { visit } = current;
  return Object.entries(model.workflow.states[current.state]?.tasks ?? {}).flatMap(([key, rule]): Task[] =>
    isJudged(rule) ? openSeats(situation, key, rule) : [{ key, visit, assignee: null, status: 'open' }],
  );
};

/**
 * When the report is due: the earliest deadline of a state in which one submits, extensions included. Time that a return
 * gives is for mending; it does not move the date of the report. In other states the date stays as it was.
 */
export const reportDue = (model: Model, current: Case): Instant | null => {
  const state = model.workflow.states[current.state];
  const own = current.deadlines.filter(({ override }) => override !== 'given');
  const isDue = state !== undefined && isReporting(state) && own.length > 0;
  return isDue ? Math.min(...own.map(({ due }) => due)) : current.due;
};

const keptBy = (model: Model, deadlines: readonly CaseDeadline[]): Record<string, Instant> =>
  Object.fromEntries(
    deadlines.filter(({ key }) => model.workflow.deadlines?.[key]?.resume === true).map(({ key, due }) => [key, due]),
  );

export const taskEffects = ({ visit, tasks }: Case): Effect[] =>
  tasks.length === 0 ? [] : [{ kind: 'tasks', visit, tasks }];

/** The wishes of a visit that begins; none need no effect, because nothing is stored for it yet. */
const timerEffects = (model: Model, current: Case, now: Instant): Effect[] => {
  const wishes = timersWanted(model, current, now);
  return wishes.length === 0 ? [] : [{ kind: 'timers', visit: current.visit, wishes }];
};

/** The case with other deadlines in the same visit: report date, timers and all. */
export const withDeadlines = ({ model, case: current, now }: Situation, deadlines: CaseDeadline[]): Change => {
  const moved = { ...current, deadlines, due: reportDue(model, { ...current, deadlines }) };
  return {
    case: moved,
    effects: [{ kind: 'timers', visit: moved.visit, wishes: timersWanted(model, moved, now) }],
  };
};

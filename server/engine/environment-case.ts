import type { Workflow } from '../contract/definition/workflow.ts';
import type { Slot, ValueType } from './expression-type.ts';
import { BOOL, DATE, INSTANT, INT, TEXT, always, listOf, objectOf, perhaps } from './expression-type.ts';
import { ORGANISATION } from './environment-programme.ts';

/** What a case in its workflow gives to expressions. */

/** More cases of one workflow than one organisation has: a daily report for a year. */
const MOST_CASES = 400;
const SEVERAL = 50;
/** Rows that one task is about. */
const MOST_SUBJECTS = 2_000;

type Names = Record<string, Slot>;

export const ACTOR = objectOf('actor', {
  name: always(TEXT),
  roles: always(listOf(TEXT, SEVERAL)),
  organisation: always(ORGANISATION),
});

/** `due` is the instant at which the deadline ends, `day` its last day. */
const DEADLINE = objectOf('deadline', { due: perhaps(INSTANT), day: perhaps(DATE), grace_until: perhaps(INSTANT) });
const untilSaid: Slot = { ...always(BOOL), fallback: false };
const counted: Slot = { ...always(INT), fallback: 0 };
const TASK = objectOf('task', {
  open: untilSaid,
  claimed: untilSaid,
  done: untilSaid,
  finished: counted,
  outcome: { ...always(TEXT), fallback: '' },
  outcomes: { ...always({ is: 'map', of: TEXT, max: MOST_SUBJECTS }), fallback: {} },
  votes: { ...always({ is: 'map', of: INT, max: SEVERAL }), fallback: {} },
});

const each = (name: string, keys: Iterable<string>, type: ValueType): Slot =>
  always(objectOf(name, Object.fromEntries([...new Set(keys)].map((key) => [key, always(type)]))));

/** Deadlines and tasks by key, and the open side records. */
export const caseNames = (workflow: Workflow): Names => ({
  deadline: each('deadlines', Object.keys(workflow.deadlines ?? {}), DEADLINE),
  tasks: each(
    'tasks',
    Object.values(workflow.states).flatMap((state) => Object.keys(state.tasks ?? {})),
    TASK,
  ),
  matters: always({ is: 'map', of: INT, max: SEVERAL }),
});

const EMPTY: Partial<Record<ValueType['is'], unknown>> = { int: 0, decimal: 0, bool: false };

/** A metric of a case that published none (nothing submitted, or a zero report) is 0, no or empty. */
const metricSlot = (type: ValueType): Slot => {
  const fallback = EMPTY[type.is];
  return fallback === undefined ? perhaps(type) : { ...perhaps(type), fallback };
};

/** One case of a workflow, as others see it. */
export const caseType = (workflow: string, metrics: Readonly<Record<string, ValueType>>): ValueType =>
  objectOf(`${workflow} case`, {
    id: always(TEXT),
    state: always(TEXT),
    status: always(TEXT),
    final: perhaps(TEXT),
    period: perhaps(TEXT),
    submitted: always(BOOL),
    zero: always(BOOL),
    late: always(BOOL),
    due: perhaps(INSTANT),
    metrics: always(
      objectOf(
        `${workflow} metrics`,
        Object.fromEntries(Object.entries(metrics).map(([key, type]) => [key, metricSlot(type)])),
      ),
    ),
  });

/** One organisation's cases of a workflow: all, those submitted, those accepted. */
export const seriesType = (workflow: string, metrics: Readonly<Record<string, ValueType>>): ValueType => {
  const list = always(listOf(caseType(workflow, metrics), MOST_CASES));
  return objectOf(`${workflow} series`, { all: list, submitted: list, accepted: list });
};

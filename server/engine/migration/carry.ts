import { awaitedIn } from '../action.ts';
import type { Case, CaseDeadline, Task } from '../case.ts';
import type { Data } from '../data.ts';
import { lookup } from '../data.ts';
import type { Effect } from '../effect.ts';
import { line } from '../history.ts';
import { blankMetrics, metricsOf } from '../metric.ts';
import type { Model } from '../model.ts';
import { waitingNotices } from '../notice.ts';
import { settleWish } from '../settle.ts';
import type { Situation } from '../situation.ts';
import { enter, taskEffects, withDeadlines, type Change } from '../visit.ts';
import { keptDates, keptDeadlines, movedDates, resettled, withPeriod } from './carried-dates.ts';
import { takenOver, tasksUnder } from './carried-tasks.ts';
import type { Mapping } from './mapping.ts';
import { moveValues } from './move-values.ts';

/** What a running case holds as data: what is being written, and the version frozen last. */
interface Held {
  draft: Data | null;
  latest: Data | null;
}

/** A running case before it goes over to other rules. */
export interface ToCarry {
  before: Model;
  /** By the new rules; `facts.data` is what the case shows now. */
  situation: Situation;
  held: Held;
  mapping: Mapping;
  /** Names of the two versions, for the history. */
  versions: { from: string; to: string };
}

/**
 * The case by the new rules. `draft` is what stands in place of the draft; undefined where it stays untouched. Its lock
 * grows only where somebody who looked at it before would see another state or other data: dates alone refuse nobody.
 */
export interface Carried {
  kind: 'carried';
  case: Case;
  effects: Effect[];
  draft: Data | undefined;
}

/** There is nowhere to go: neither the mapping nor a state of the same name. */
export interface Stranded {
  kind: 'stranded';
  state: string;
}

/** The state to which a mapping leads from a state; null where there is none. */
const stateUnder = (model: Model, mapping: Mapping, state: string): string | null => {
  const to = lookup(mapping.states, state) ?? state;
  return Object.hasOwn(model.workflow.states, to) ? to : null;
};

/** Carries a running case over to other rules. What was judged is never judged again. */
export const carry = (wanted: ToCarry): Carried | Stranded => {
  const { situation, mapping } = wanted;
  const target = stateUnder(situation.model, mapping, situation.case.state);
  if (target === null) return { kind: 'stranded', state: situation.case.state };
  const written = carriedData(wanted);
  const dated = mapping.dates === 'move' ? withPeriod(situation.model, written.case) : written.case;
  const here = { ...situation, case: { ...dated, metrics: metricsUnder(wanted, written) } };
  const moved = target === situation.case.state ? stayed(wanted, here) : arrived(wanted, here, target);
  return told(wanted, { ...moved, effects: [...written.effects, ...moved.effects] }, written);
};

interface Written extends Change {
  draft: Data | undefined;
  latest: Data | null;
}

/** Values go to their new fields: in the draft in place, in what was frozen as a version of its own. */
const carriedData = ({ situation, held, mapping }: ToCarry): Written => {
  const { case: current } = situation;
  const draft = held.draft === null ? null : moveValues(held.draft, mapping.moves);
  const latest = held.latest === null || current.zero ? held.latest : moveValues(held.latest, mapping.moves);
  const rewrites = draft === null || draft === held.draft ? undefined : draft;
  if (latest === held.latest || latest === null) return { case: current, effects: [], draft: rewrites, latest };
  return {
    case: { ...current, submission: current.submission + 1 },
    effects: [{ kind: 'freeze', data: latest, zero: current.zero }],
    draft: rewrites,
    latest,
  };
};

const metricsUnder = ({ before, situation }: ToCarry, { latest }: Written): Case['metrics'] => {
  const { model, case: current } = situation;
  if (JSON.stringify(before.workflow.metrics) === JSON.stringify(model.workflow.metrics)) return current.metrics;
  const isCounted = current.judged !== null && !current.zero && latest !== null;
  return isCounted ? metricsOf(situation, latest) : blankMetrics(situation);
};

const datesOf = (wanted: ToCarry, situation: Situation): Change => {
  const before = { model: wanted.before, case: wanted.situation.case };
  return wanted.mapping.dates === 'keep' ? keptDates(situation, before) : movedDates(situation, before);
};

const stayed = (wanted: ToCarry, situation: Situation): Change => {
  const { case: current } = situation;
  const tasks = current.status === 'open' ? tasksUnder(situation, wanted.mapping) : current.tasks;
  const dated = datesOf(wanted, { ...situation, case: { ...current, tasks } });
  return {
    case: dated.case,
    effects: [...(tasks === current.tasks ? [] : taskEffects({ ...current, tasks })), ...dated.effects],
  };
};

const arrived = (wanted: ToCarry, situation: Situation, to: string): Change => {
  const { case: current } = situation;
  if (current.status === 'upcoming') return datesOf(wanted, { ...situation, case: { ...current, state: to } });
  const entered = enter(situation, { to });
  const tasks = takenOver(entered.case, current, wanted.mapping);
  const here = { ...entered.case, tasks };
  const ended = entered.effects.filter(({ kind }) => kind === 'end-visit');
  const deadlines =
    wanted.mapping.dates === 'keep' ? keptDeadlines({ ...situation, case: here }, current.deadlines) : here.deadlines;
  const dated = withDeadlines({ ...situation, case: here }, deadlines);
  const lines = dueLines(wanted.situation.case.deadlines, dated.case);
  return { case: dated.case, effects: [...ended, ...taskEffects(dated.case), ...dated.effects, ...lines] };
};

/** A due date of the same name that is another one in the new state. */
const dueLines = (before: readonly CaseDeadline[], { deadlines }: Case): Effect[] =>
  deadlines.flatMap(({ key, due }) => {
    const old = before.find((one) => one.key === key)?.due;
    return old === undefined || old === due
      ? []
      : [line({ type: 'deadline-changed', payload: { deadline: key, old, new: due } })];
  });

const isSameTasks = (a: readonly Task[], b: readonly Task[]): boolean =>
  a.every((task, i) => task.key === b[i]?.key && task.status === b[i].status) && a.length === b.length;

/** The change with its line in the history, one notice at most, and the series looked at again. */
const told = (wanted: ToCarry, change: Change, { draft, latest }: Written): Carried => {
  const { situation, versions, before } = wanted;
  const { model, case: old } = situation;
  const hasMoved = change.case.state !== old.state;
  const isSeen =
    hasMoved || draft !== undefined || latest !== wanted.held.latest || !isSameTasks(old.tasks, change.case.tasks);
  const payload = {
    from_version: versions.from,
    to_version: versions.to,
    from_state: old.state,
    to_state: change.case.state,
  };
  const awaited = change.case.status === 'open' ? awaitedIn(model.workflow.states[change.case.state]) : [];
  const notices = hasMoved
    ? waitingNotices(change.case, awaited)
    : change.effects.filter(({ kind }) => kind === 'notice');
  const others = change.effects.filter(({ kind }) => kind !== 'notice' && kind !== 'settle');
  const wishes = settleWish({ ...situation, case: change.case }, old);
  return {
    kind: 'carried',
    case: isSeen ? { ...change.case, lockVersion: old.lockVersion + 1 } : change.case,
    draft,
    effects: [
      ...(isSeen ? [line({ type: 'migrated', from: old.state, to: change.case.state, payload })] : []),
      ...others,
      ...notices.slice(0, 1),
      ...(wishes.length > 0 ? wishes : resettled({ ...situation, case: change.case }, before)),
    ],
  };
};

import type { Case, Instant } from '../case.ts';
import { line } from '../history.ts';
import type { Situation } from '../situation.ts';
import { settleWish } from '../settle.ts';
import { timersWanted } from '../timer.ts';
import { taskEffects } from '../visit.ts';
import type { Carried } from './carry.ts';

/** What of a case a migration may change, as it was before. */
export type Snapshot = Pick<
  Case,
  'state' | 'status' | 'enteredAt' | 'opensAt' | 'period' | 'due' | 'deadlines' | 'kept' | 'tasks' | 'metrics'
>;

export const snapshotOf = ({
  state,
  status,
  enteredAt,
  opensAt,
  period,
  due,
  deadlines,
  kept,
  tasks,
  metrics,
}: Case): Snapshot => ({ state, status, enteredAt, opensAt, period, due, deadlines, kept, tasks, metrics });

interface ToRestore {
  /** By the rules of before. */
  situation: Situation;
  snapshot: Snapshot;
  /** When the case was carried over: what the clock had done by then it does not do again. */
  carriedAt: Instant;
  versions: { from: string; to: string };
}

/** A case that nobody has touched since it was carried over stands again where it stood: state, dates, tasks and their persons. */
export const restore = ({ situation, snapshot, carriedAt, versions }: ToRestore): Carried => {
  const { model, case: current, now } = situation;
  const visit = current.status === 'upcoming' ? current.visit : current.visit + 1;
  const tasks = snapshot.tasks.map((task) => ({ ...task, visit }));
  const back: Case = { ...current, ...snapshot, visit, tasks, lockVersion: current.lockVersion + 1 };
  const wishes = timersWanted(model, back, now).filter(({ at }) => at > carriedAt);
  const payload = {
    from_version: versions.from,
    to_version: versions.to,
    from_state: current.state,
    to_state: back.state,
  };
  return {
    kind: 'carried',
    case: back,
    draft: undefined,
    effects: [
      line({ type: 'migrated', from: current.state, to: back.state, payload }),
      ...(visit === current.visit ? [] : [{ kind: 'end-visit' as const, visit: current.visit, done: [] }]),
      ...taskEffects(back),
      { kind: 'timers', visit, wishes },
      ...settleWish({ ...situation, case: back }, current),
    ],
  };
};

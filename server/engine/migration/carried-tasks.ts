import type { Case, Task } from '../case.ts';
import { lookup } from '../data.ts';
import type { Situation } from '../situation.ts';
import { tasksOnEntering } from '../visit.ts';
import type { Mapping } from './mapping.ts';

/** A case that arrived in another state: tasks of its new visit are held by whoever held those that lead to them. */
export const takenOver = (arrived: Case, before: Case, mapping: Mapping): Task[] => {
  const heirs = before.tasks.flatMap(({ key, assignee, status }) => {
    const way = lookup(mapping.tasks, key);
    const isHeld = assignee !== null && status === 'open' && way?.keepAssignee === true;
    return isHeld && way.state === arrived.state ? [[way.task, assignee] as const] : [];
  });
  const assignees = new Map(heirs);
  // Of several seats it is the first.
  return arrived.tasks.map((task) => {
    const isFirst = (task.subject ?? '') === '' && (task.slot ?? 0) === 0;
    return isFirst ? { ...task, assignee: task.assignee ?? assignees.get(task.key) ?? null } : task;
  });
};

/**
 * The tasks of a visit that goes on under other rules: those that the state still has stay as they are, its new ones are
 * open, what it has no more is cancelled. A renamed task keeps its person where the mapping says so.
 */
export const tasksUnder = (situation: Situation, mapping: Mapping): Task[] => {
  const { model, case: current } = situation;
  const wanted = Object.keys(model.workflow.states[current.state]?.tasks ?? {});
  const kept = current.tasks.map((task): Task =>
    wanted.includes(task.key) || task.status !== 'open' ? task : { ...task, status: 'cancelled' },
  );
  const fresh = tasksOnEntering({ ...situation, case: { ...current, tasks: [] } }).filter(
    ({ key }) => !current.tasks.some((task) => task.key === key),
  );
  if (fresh.length === 0 && kept.every((task, i) => task === current.tasks[i])) return current.tasks;
  return [...kept, ...takenOver({ ...current, tasks: fresh }, current, mapping)];
};

import type { Task } from './case.ts';
import { endOfLength } from './workday.ts';
import { timeFrameOf, withGrace } from './deadline.ts';
import { reactTo } from './reaction.ts';
import type { Situation } from './situation.ts';
import { tasksFor } from './task.ts';
import { enter, taskEffects, withDeadlines, type Change } from './visit.ts';

interface Way {
  to: string;
  give?: string | undefined;
  /** Whose open tasks the action does. */
  actor: string;
}

/**
 * Goes on after an action. To another state: a new visit. To the state where it is: the visit goes on with its deadlines
 * and its other tasks, and when the last of them is done the event `@tasks.done` happens.
 */
export const moveTo = (situation: Situation, { to, give, actor }: Way): Change => {
  const { case: current } = situation;
  const done = tasksFor(situation, actor).map(({ key }) => key);
  if (to !== current.state) return enter(situation, { to, give, done });
  const given = give === undefined ? { case: current, effects: [] } : withGiven(situation, give);
  if (done.length === 0) return given;
  const tasks = given.case.tasks.map((task): Task => (done.includes(task.key) ? { ...task, status: 'done' } : task));
  const stayed = { ...given.case, tasks };
  const effects = [...given.effects, ...taskEffects(stayed)];
  if (tasks.some(({ status }) => status === 'open')) return { case: stayed, effects };
  const reacted = reactTo({ ...situation, case: stayed }, '@tasks.done');
  return { case: reacted.case, effects: [...effects, ...reacted.effects] };
};

const withGiven = (situation: Situation, give: string): Change => {
  const { model, case: current, now } = situation;
  const given = endOfLength(now, give, timeFrameOf(model));
  const deadlines = current.deadlines.map((deadline) => {
    const rule = model.workflow.deadlines?.[deadline.key];
    return rule === undefined || deadline.due >= given
      ? deadline
      : withGrace(model, rule, { key: deadline.key, planned: given, due: given, override: 'given' });
  });
  return withDeadlines(situation, deadlines);
};

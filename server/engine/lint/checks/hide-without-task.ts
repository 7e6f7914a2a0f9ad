import { type Check, type Remark, say, workflowsOf } from '../check.ts';
import { judgedTasks } from '../judging.ts';

/** Whose own task is never there has nothing to wait for: everything is shown at once. */
export const hideWithoutTask: Check = {
  code: 'hide-without-task',
  severity: 'warning',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) => {
      const judged = judgedTasks(workflow);
      return Object.entries(workflow.states).flatMap(([state, { rights }]) =>
        Object.entries(rights ?? {}).flatMap(([actor, right]): Remark[] => {
          const hasTask = judged.some((task) => task.state === state && task.rule.actors.includes(actor));
          if (right.hide_until === undefined || hasTask) return [];
          return [
            {
              of,
              path: ['states', state, 'rights', actor, 'hide_until'],
              message: say(
                `“${actor}”在此环节没有逐人评审的任务，不会隐藏任何内容`,
                `"${actor}" has no task here that several people judge, so nothing is hidden`,
              ),
              suggestion: say('请给任务加上该参与者，或删去 hide_until', 'Give the actor a task, or delete hide_until'),
            },
          ];
        }),
      );
    }),
};

import { type Check, say, workflowsOf } from '../check.ts';
import { isInEventCycle } from '../graph.ts';

export const eventCycle: Check = {
  code: 'event-cycle',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      Object.keys(workflow.states)
        .filter((key) => isInEventCycle(workflow, key))
        .map((key) => ({
          of,
          path: ['states', key, 'on'],
          message: say(
            `仅凭系统事件（@…）就会从“${key}”回到“${key}”，没有人能停下它`,
            `Events (@…) alone lead from "${key}" back to "${key}"; nobody could stop it`,
          ),
          suggestion: say('请让其中一步由人操作', 'Let a person take one of the steps'),
        })),
    ),
};

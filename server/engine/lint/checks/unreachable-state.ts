import { type Check, say, workflowsOf } from '../check.ts';
import { reachable } from '../graph.ts';

export const unreachableState: Check = {
  code: 'unreachable-state',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) => {
      const reached = reachable(workflow, [workflow.initial]);
      return Object.keys(workflow.states)
        .filter((key) => !reached.has(key))
        .map((key) => ({
          of,
          path: ['states', key],
          message: say(`没有任何操作通向环节“${key}”`, `Nothing leads to the state "${key}"`),
          suggestion: say(`请让某个操作 to: ${key}，或删去它`, `Let an action lead to: ${key}, or delete it`),
        }));
    }),
};

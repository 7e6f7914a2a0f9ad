import { type Check, say, workflowsOf } from '../check.ts';
import { reachable } from '../graph.ts';

export const noWayOut: Check = {
  code: 'no-way-out',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) => {
      const finals = Object.keys(workflow.states).filter((key) => workflow.states[key]?.final !== undefined);
      if (finals.length === 0) return [];
      return Object.keys(workflow.states)
        .filter((key) => !finals.some((final) => reachable(workflow, [key]).has(final)))
        .map((key) => ({
          of,
          path: ['states', key],
          message: say(`从环节“${key}”到不了任何终点`, `From the state "${key}" no final state can be reached`),
          suggestion: say('请加上通向终点的操作', 'Add an action that leads on'),
        }));
    }),
};

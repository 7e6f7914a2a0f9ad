import { type Check, say, workflowsOf } from '../check.ts';

export const finalLeaves: Check = {
  code: 'final-leaves',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      Object.entries(workflow.states)
        .filter(([, { final }]) => final !== undefined)
        .flatMap(([state, { on }]) =>
          Object.entries(on ?? {})
            .filter(([, rule]) => !('kind' in rule) || rule.kind !== 'reopen')
            .map(([key]) => ({
              of,
              path: ['states', state, 'on', key],
              message: say('只有 kind: reopen 的操作能离开终点', 'Only an action of kind reopen leaves a final state'),
              suggestion: say('请写 kind: reopen，或删去它', 'Write kind: reopen, or delete it'),
            })),
        ),
    ),
};

import { actionsOf } from '../../action.ts';
import { type Check, say, workflowsOf } from '../check.ts';

export const reopenOutside: Check = {
  code: 'reopen-outside-final',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      Object.entries(workflow.states)
        .filter(([, { final }]) => final === undefined)
        .flatMap(([key, state]) =>
          actionsOf(state)
            .filter(([, { kind }]) => kind === 'reopen')
            .map(([action]) => ({
              of,
              path: ['states', key, 'on', action, 'kind'],
              message: say('kind: reopen 只用于终点', 'kind: reopen is for final states'),
              suggestion: say('请写 kind: return', 'Write kind: return'),
            })),
        ),
    ),
};

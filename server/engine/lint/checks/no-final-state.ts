import { type Check, say, workflowsOf } from '../check.ts';

export const noFinalState: Check = {
  code: 'no-final-state',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier)
      .filter(({ workflow }) => !Object.values(workflow.states).some(({ final }) => final !== undefined))
      .map(({ of }) => ({
        of,
        path: ['states'],
        message: say('没有一个环节是终点', 'No state is final'),
        suggestion: say(
          '请给最后的环节加上 final: success（或 failure、void）',
          'Add final: success (or failure, void) to the last state',
        ),
      })),
};

import { type Check, type Remark, say, workflowsOf } from '../check.ts';

export const ballotWindow: Check = {
  code: 'ballot-window',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      Object.entries(workflow.ballots ?? {})
        .filter(([, { opens, closes }]) => opens >= closes)
        .map(([key]): Remark => ({
          of,
          path: ['ballots', key, 'closes'],
          message: say('投票在开始之前就结束', 'The ballot closes before it opens'),
          suggestion: say('请核对 opens 和 closes', 'Look at opens and closes'),
        })),
    ),
};

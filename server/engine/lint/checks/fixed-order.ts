import { type Check, type Remark, say, workflowsOf } from '../check.ts';

/** Whoever stands first gets more votes. */
export const fixedOrder: Check = {
  code: 'fixed-order',
  severity: 'warning',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      Object.entries(workflow.ballots ?? {})
        .filter(([, { shuffle }]) => shuffle === false)
        .map(([key]): Remark => ({
          of,
          path: ['ballots', key, 'shuffle'],
          message: say(
            '所有选民看到的次序相同，排在前面的会占便宜',
            'Every voter sees the same order, which helps those in front',
          ),
          suggestion: say('请删去 shuffle: false', 'Delete shuffle: false'),
        })),
    ),
};

import { type Check, type Remark, say, workflowsOf } from '../check.ts';

/** A rule of choosing that no ballot can obey. */
export const chooseOrder: Check = {
  code: 'choose-order',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      Object.entries(workflow.ballots ?? {}).flatMap(([key, { choose }]): Remark[] => {
        const { min = 1, max, spread } = choose;
        if (typeof max !== 'number') return [];
        const least = Math.max(typeof min === 'number' ? min : 1, spread?.min ?? 1);
        return least <= max
          ? []
          : [
              {
                of,
                path: ['ballots', key, 'choose', 'max'],
                message: say(
                  `至少选 ${least} 项，却最多只能选 ${max} 项`,
                  `At least ${least} must be chosen, and at most ${max}`,
                ),
                suggestion: say('请核对 min、max 和 spread', 'Look at min, max and spread'),
              },
            ];
      }),
    ),
};

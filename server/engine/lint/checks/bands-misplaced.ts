import { type Check, type Remark, say, workflowsOf } from '../check.ts';

/** Points by rank stand where, and only where, the scale is by rank; each band ends after the one before. */
export const bandsMisplaced: Check = {
  code: 'bands-misplaced',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      (workflow.ranking?.score ?? []).flatMap(({ scale, bands }, index): Remark[] => {
        const isSorted = (bands ?? []).every(({ to }, n) => n === 0 || to > (bands?.[n - 1]?.to ?? 0));
        if ((scale === 'rank_bands') === (bands !== undefined) && isSorted) return [];
        return [
          {
            of,
            path: ['ranking', 'score', index, 'scale'],
            message: say(
              '名次分段 bands 与 scale 不符，或次序不对',
              'The bands do not fit the scale, or are out of order',
            ),
            suggestion: say(
              'scale: rank_bands 需要 bands，且 to 逐段增大；其他 scale 不写 bands',
              'Give rank_bands its bands, each with a larger `to`, and no other scale',
            ),
          },
        ];
      }),
    ),
};

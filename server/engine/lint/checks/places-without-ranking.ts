import { type Check, type Remark, say, workflowsOf } from '../check.ts';

/** Places are filled from a ranking, and a ranking takes its votes from a ballot. */
export const placesWithoutRanking: Check = {
  code: 'places-without-ranking',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }): Remark[] => {
      const { places, ranking, budget, unfilled } = workflow;
      const word = places === undefined ? undefined : 'places';
      if (word !== undefined && ranking === undefined)
        return [
          {
            of,
            path: ['places'],
            message: say('有奖项却没有排名办法', 'There are places and no ranking'),
            suggestion: say('请加上 ranking', 'Add ranking'),
          },
        ];
      const lonely = budget !== undefined ? 'budget' : unfilled !== undefined ? 'unfilled' : undefined;
      return places === undefined && lonely !== undefined
        ? [
            {
              of,
              path: [lonely],
              message: say(`“${lonely}”没有奖项可用`, `"${lonely}" has no places to be about`),
              suggestion: say('请加上 places，或删去', 'Add places, or delete it'),
            },
          ]
        : [];
    }),
};

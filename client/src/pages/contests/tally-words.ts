import type { TallyResult } from '#contract/wire/contest-tally.ts';

/** `7/2` as `3.5`, at most three places after the point. */
export const scoreWords = (ratio: string | undefined): string => {
  const [n = 0, d = 1] = (ratio ?? '0').split('/').map(Number);
  return String(Math.round((1000 * n) / d) / 1000);
};

/** Ranks from 1; entries that stand alike share one. */
export const ranksOf = ({ ranking }: TallyResult): Map<string, number> => {
  const ranks = new Map<string, number>();
  let rank = 1;
  for (const tied of ranking) {
    for (const id of tied) ranks.set(id, rank);
    rank += tied.length;
  }
  return ranks;
};

const awardLines = ({ awards }: TallyResult): Set<string> =>
  new Set(awards.map(({ entry, place }) => `${place} ${entry}`));

/** How many awards another count gave to somebody else. */
export const awardsChanged = (before: TallyResult, after: TallyResult): number => {
  const [old, fresh] = [awardLines(before), awardLines(after)];
  return Math.max(
    [...fresh].filter((line) => !old.has(line)).length,
    [...old].filter((line) => !fresh.has(line)).length,
  );
};

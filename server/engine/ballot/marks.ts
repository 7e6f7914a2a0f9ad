import { compare, over, plus, type Ratio, sumOf, whole, ZERO } from './ratio.ts';

export type Combination = 'mean' | 'trimmed_mean' | 'sum';

const meanOf = (marks: readonly Ratio[]): Ratio => over(sumOf(marks), whole(marks.length));

/**
 * The marks that one entry got, as one value; nothing where it got none. The trimmed mean leaves out one highest and one
 * lowest mark; with fewer than three marks it is the mean.
 */
export const combineMarks = (marks: readonly Ratio[], combination: Combination): Ratio => {
  if (marks.length === 0) return ZERO;
  switch (combination) {
    case 'sum':
      return marks.reduce(plus);
    case 'mean':
      return meanOf(marks);
    case 'trimmed_mean':
      return meanOf(marks.length < 3 ? marks : [...marks].sort(compare).slice(1, -1));
  }
};

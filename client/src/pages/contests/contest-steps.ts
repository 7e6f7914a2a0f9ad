import type { ContestView } from '#contract/wire/contest.ts';
import type { TallyView } from '#contract/wire/contest-tally.ts';

/** The way of an election, from its plan to its certificates. */
export const STEPS = ['prepare', 'codes', 'seal', 'open', 'voting', 'closed', 'count', 'publicity', 'certify'] as const;
export type Step = (typeof STEPS)[number];

/** Which step is to be done now; after certification the last one, done. */
export const stepOf = (view: ContestView, last: TallyView | undefined): Step => {
  switch (view.status) {
    case 'draft':
      return view.batches.length === 0 ? 'codes' : 'seal';
    case 'sealed':
      return 'open';
    case 'open':
      return 'voting';
    case 'closed':
      if (view.publicSeed === null) return 'closed';
      return last?.result.status === 'done' ? 'publicity' : 'count';
    case 'certified':
    case 'void':
      return 'certify';
  }
};

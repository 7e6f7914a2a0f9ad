import type { ContestView } from '#contract/wire/contest.ts';
import type { TallyView } from '#contract/wire/contest-tally.ts';

/** The way of an election, from its plan to its certificates. */
const STEPS = ['prepare', 'codes', 'seal', 'open', 'voting', 'closed', 'count', 'publicity', 'certify'] as const;
export type Step = (typeof STEPS)[number];

/** Judges alone have neither codes nor a vote. */
const JURY_STEPS: readonly Step[] = ['prepare', 'seal', 'voting', 'closed', 'count', 'publicity', 'certify'];

/** Whether judges' marks alone decide: the rules name no vote. */
export const isByJury = ({ rules }: { rules: Pick<ContestView['rules'], 'source'> }): boolean => rules.source === '';

/** Where everybody may vote there are no codes to make. */
export const stepsOf = (view: Pick<ContestView, 'channel' | 'rules'>): readonly Step[] => {
  if (isByJury(view)) return JURY_STEPS;
  return view.channel === 'open' ? STEPS.filter((step) => step !== 'codes') : STEPS;
};

/** Which step is to be done now; after certification the last one, done. */
export const stepOf = (view: ContestView, last: TallyView | undefined): Step => {
  switch (view.status) {
    case 'draft':
      if (isByJury(view)) return 'seal';
      return view.batches.length === 0 && view.channel !== 'open' ? 'codes' : 'seal';
    case 'sealed':
      return isByJury(view) ? 'voting' : 'open';
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

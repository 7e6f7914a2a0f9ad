import type { ElectionView } from '#contract/wire/ballot.ts';
import type { Progress } from './kept.ts';
import type { Shell } from './shell.ts';

export type Step = 'choose' | 'confirm' | 'send' | 'receipt';

/** Somebody in the booth: the election, and how far they have come. */
export interface Visit {
  shell: Shell;
  election: ElectionView;
  progress: Progress;
  /** Keeps a change of the progress. */
  save(change: Partial<Progress>): void;
  go(step: Step): void;
  /** Begins anew with another code. */
  restart(): void;
}

import { checkpointHead } from './commitment.ts';
import type { Digests } from './digest.ts';

/** Fewer new ballots are not published while voting is open: who saw a person vote must not find that ballot among few. */
const SMALLEST_CHECKPOINT = 10;

/** One link of the published chain. */
export interface Checkpoint {
  i: number;
  prev: string;
  head: string;
  trackers: readonly string[];
}

export interface CheckpointWish {
  election: string;
  /** The last link, or the sealed manifest as link 0. */
  last: { i: number; head: string };
  /** Trackers in the box. */
  intake: Iterable<string>;
  /** Those that earlier checkpoints published. */
  published: ReadonlySet<string>;
  /** The last one of all takes whatever is left. */
  isLast: boolean;
}

/**
 * The next link over what is in the box and was not published yet, in ascending order, which says nothing of the order of
 * arrival. Null while there is too little. A set difference needs no time: what commits late is in the next one.
 */
export const nextCheckpoint = (digests: Pick<Digests, 'sha256'>, wish: CheckpointWish): Checkpoint | null => {
  const trackers = [...wish.intake].filter((tracker) => !wish.published.has(tracker)).sort();
  if (trackers.length < (wish.isLast ? 1 : SMALLEST_CHECKPOINT)) return null;
  const link = { election: wish.election, i: wish.last.i + 1, prev: wish.last.head, trackers };
  return { i: link.i, prev: link.prev, head: checkpointHead(digests, link), trackers };
};

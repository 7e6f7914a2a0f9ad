import { checkpointHead, manifestHead, trackerOf } from '#engine/ballot/commitment.ts';
import type { CheckpointView } from '#contract/wire/ballot.ts';
import { sha256 } from '../sha256.ts';

/** What the published record says once every link of it was worked out again here. */
export type ChainVerdict =
  | { kind: 'whole'; head: string; trackers: number }
  | { kind: 'other-manifest' }
  /** The first link that does not hold. */
  | { kind: 'broken'; i: number };

interface Published {
  election: string;
  /** As it was published, on paper as well. */
  head0: string;
  /** The text itself. */
  manifest: string;
  checkpoints: readonly CheckpointView[];
}

const digests = { sha256 };

export const judgeChain = ({ election, head0, manifest, checkpoints }: Published): ChainVerdict => {
  if (manifestHead(digests, election, manifest) !== head0) return { kind: 'other-manifest' };
  const seen = new Set<string>();
  let last = { i: 0, head: head0 };
  for (const { i, prev, head, trackers } of checkpoints) {
    const isNext = i === last.i + 1 && prev === last.head;
    const isNew = trackers.every((tracker) => !seen.has(tracker)) && new Set(trackers).size === trackers.length;
    if (!isNext || !isNew || checkpointHead(digests, { election, i, prev, trackers }) !== head)
      return { kind: 'broken', i: last.i + 1 };
    for (const tracker of trackers) seen.add(tracker);
    last = { i, head };
  }
  return { kind: 'whole', head: last.head, trackers: seen.size };
};

/** The checkpoint that a tracker was published in; null where it is in none. */
export const publishedIn = (checkpoints: readonly CheckpointView[], tracker: string): number | null =>
  checkpoints.find(({ trackers }) => trackers.includes(tracker))?.i ?? null;

export interface Revealed {
  tracker: string;
  nonce: string;
  choice: string[];
}

/** A line of `ballots.jsonl` by its tracker. */
export const revealedBallot = (lines: string, tracker: string): Revealed | null => {
  const line = lines.split('\n').find((one) => one.includes(`"tracker":"${tracker}"`));
  return line === undefined ? null : (JSON.parse(line) as Revealed);
};

/** Whether a revealed ballot is the one that the receipt is for; without a nonce of one's own, whether it fits itself. */
export const fitsReceipt = (election: string, ballot: Revealed, nonce: string | null): boolean =>
  (nonce === null || nonce === ballot.nonce) && trackerOf(digests, { election, ...ballot }) === ballot.tracker;

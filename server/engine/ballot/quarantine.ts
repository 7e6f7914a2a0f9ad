import type { VoteLimit } from '../../contract/definition/contest.ts';
import type { Canonical } from './canonical.ts';
import { listDigest } from './commitment.ts';
import type { Digests } from './digest.ts';
import type { Manifest } from './manifest.ts';
import { type Tally, tally } from './tally.ts';

/** Votes of an open vote that went beyond a limit: counted in the raw count, set apart in the cleaned one. */

/** What a limit is called where it set votes apart: `device-day`. */
export const reasonOf = ({ per, window = 'total' }: Pick<VoteLimit, 'per' | 'window'>): string => `${per}-${window}`;

/** A line of the list of votes that were set apart. */
export const quarantineLine = (tracker: string, reason: string): string => `${tracker} ${reason}`;

const trackersIn = (lines: readonly string[]): Set<string> => new Set(lines.map((line) => line.split(' ')[0] ?? ''));

/** The ballots that count. */
export const cleaned = <Ballot extends { tracker: string }>(
  ballots: readonly Ballot[],
  lines: readonly string[],
): Ballot[] => {
  const apart = trackersIn(lines);
  return apart.size === 0 ? [...ballots] : ballots.filter(({ tracker }) => !apart.has(tracker));
};

const reasonsIn = (lines: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const line of lines) {
    const reason = line.split(' ')[1] ?? '';
    counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
};

const told = ({ votes, ballots, blank }: Tally) => ({ votes: Object.fromEntries(votes), ballots, blank });

interface Open {
  manifest: Manifest;
  ballots: readonly { choice: readonly string[] }[];
  quarantined?: readonly string[];
}

/** What the result of an open vote says beside the cleaned count; nothing for any other. */
export const openCounts = (
  digests: Pick<Digests, 'sha256'>,
  { manifest: { channel, candidates, election }, ballots, quarantined: lines = [] }: Open,
): Record<string, Canonical> =>
  channel === 'open'
    ? {
        raw: told(tally(candidates, ballots)),
        quarantined: {
          count: lines.length,
          digest: listDigest(digests, { election, name: 'quarantine', lines }),
          reasons: reasonsIn(lines),
        },
      }
    : {};

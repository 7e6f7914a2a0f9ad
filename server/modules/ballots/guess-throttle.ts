import { Injectable } from '@nestjs/common';

/** How many codes that fit nothing one network may try in a window, and all networks together in one election. */
const MOST_GUESSES = { network: 20, election: 500 };

/** Milliseconds. */
const WINDOW = 600_000;

/** More networks than these are not told apart within a window. */
const MOST_NETWORKS = 20_000;

/**
 * Slows down whoever tries codes. A code that fits is never slowed, whoever else tries from the same network: that would
 * let one guesser shut out a campus. Counted in this process alone, so several processes allow as many times more.
 */
@Injectable()
export class GuessThrottle {
  private since = 0;
  private readonly failures = new Map<string, number>();

  /** Notes a code that did not fit; answers the seconds to wait where there were too many, else null. */
  note({ election, network, now }: { election: string; network: string; now: number }): number | null {
    if (now - this.since >= WINDOW) {
      this.failures.clear();
      this.since = now;
    }
    const inElection = this.count(`election ${election}`);
    const inNetwork = this.failures.size > MOST_NETWORKS ? 1 : this.count(`network ${network}`);
    if (inNetwork <= MOST_GUESSES.network && inElection <= MOST_GUESSES.election) return null;
    return Math.ceil((this.since + WINDOW - now) / 1000);
  }

  private count(key: string): number {
    const count = (this.failures.get(key) ?? 0) + 1;
    this.failures.set(key, count);
    return count;
  }
}

import { Injectable } from '@nestjs/common';

/** How much one network, and all together for one case, may write or ask in a window. */
export const STRANGERS = { network: 10, case: 300 };

/** Milliseconds. */
const WINDOW = 3_600_000;

/** More networks than these are not told apart within a window. */
const MOST_NETWORKS = 20_000;

/** Slows down strangers. Counted in this process alone, so several processes allow as many times more. */
@Injectable()
export class StrangerThrottle {
  private since = 0;
  private readonly counts = new Map<string, number>();

  /** Notes an attempt; answers the seconds to wait where there were too many, else null. */
  note({ about, network, now }: { about: string; network: string; now: number }): number | null {
    if (now - this.since >= WINDOW) {
      this.counts.clear();
      this.since = now;
    }
    const together = this.count(`case ${about}`);
    const own = this.counts.size > MOST_NETWORKS ? 1 : this.count(`network ${network}`);
    if (own <= STRANGERS.network && together <= STRANGERS.case) return null;
    return Math.ceil((this.since + WINDOW - now) / 1000);
  }

  private count(key: string): number {
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count;
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError } from '../domain-error.ts';
import { networkOf } from '../sessions/network.ts';

/** How many sign-ups and questions about receipts one network may send in a window. */
export const MOST_FROM_NETWORK = { 'sign-up': 10, receipt: 60, look: 300 } as const;

/** Milliseconds. */
const WINDOW = 600_000;

/** More networks than these are not told apart within a window: each new one then counts as one that came before. */
const MOST_NETWORKS = 20_000;

/**
 * Slows down whoever sends very many. Counted in this process alone, so several processes allow as many times more; a
 * school behind one address is meant to stay below it.
 */
@Injectable()
export class SignUpThrottle {
  private since = 0;
  private readonly counts = new Map<string, number>();

  /** Counts one; throws with the seconds to wait where there were too many. */
  note(what: keyof typeof MOST_FROM_NETWORK, address: string, now = Date.now()): void {
    if (now - this.since >= WINDOW) {
      this.counts.clear();
      this.since = now;
    }
    const name = `${what} ${this.counts.size > MOST_NETWORKS ? 'others' : networkOf(address)}`;
    const count = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, count);
    if (count <= MOST_FROM_NETWORK[what]) return;
    const retryAfter = Math.ceil((this.since + WINDOW - now) / 1000);
    throw new DomainError('too-many-requests', undefined, { extensions: { retryAfter } });
  }
}

import { Injectable } from '@nestjs/common';
import { countAttempts } from '../../storage/attempts.ts';
import { Database } from '../../storage/database.ts';
import { DomainError } from '../domain-error.ts';
import { networkOf } from '../sessions/network.ts';

/** How many sign-ups and questions about receipts one network may send in a window. */
export const MOST_FROM_NETWORK = { 'sign-up': 10, receipt: 60, look: 300 } as const;

/** Milliseconds. */
const WINDOW = 600_000;

/** Slows down whoever sends very many, over all processes; a school behind one address is meant to stay below it. */
@Injectable()
export class SignUpThrottle {
  constructor(private readonly database: Database) {}

  /** Counts one; throws with the seconds to wait where there were too many. */
  async note(what: keyof typeof MOST_FROM_NETWORK, address: string): Promise<void> {
    const [counted] = await countAttempts(this.database, [`${what} of ${networkOf(address)}`], WINDOW);
    if (counted === undefined || counted.n <= MOST_FROM_NETWORK[what]) return;
    throw new DomainError('too-many-requests', undefined, { extensions: { retryAfter: counted.wait } });
  }
}

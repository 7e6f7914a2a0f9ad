import { Injectable } from '@nestjs/common';
import { countAttempts } from '../../storage/attempts.ts';
import { Database } from '../../storage/database.ts';

/** How many codes that fit nothing one network may try in a window, and all networks together in one election. */
const MOST_GUESSES = { network: 20, election: 500 };

/** Milliseconds. */
const WINDOW = 600_000;

/**
 * Slows down whoever tries codes. A code that fits is never slowed, whoever else tries from the same network: that would
 * let one guesser shut out a campus. Counted over all processes.
 */
@Injectable()
export class GuessThrottle {
  constructor(private readonly database: Database) {}

  /** Notes a code that did not fit; answers the seconds to wait where there were too many, else null. */
  async note({ election, network }: { election: string; network: string }): Promise<number | null> {
    const subjects = [`guesses of ${network}`, `guesses in ${election}`];
    const [own, together] = await countAttempts(this.database, subjects, WINDOW);
    if (own !== undefined && own.n > MOST_GUESSES.network) return own.wait;
    return together !== undefined && together.n > MOST_GUESSES.election ? together.wait : null;
  }
}

import { Injectable } from '@nestjs/common';
import { countAttempts } from '../../storage/attempts.ts';
import { Database } from '../../storage/database.ts';

/** How much one network, and all together for one case, may write or ask in a window. */
export const STRANGERS = { network: 10, case: 300 };

/** Milliseconds. */
const WINDOW = 3_600_000;

/** Slows down strangers, over all processes. */
@Injectable()
export class StrangerThrottle {
  constructor(private readonly database: Database) {}

  /** Notes an attempt; answers the seconds to wait where there were too many, else null. */
  async note({ about, network }: { about: string; network: string }): Promise<number | null> {
    const subjects = [`matters of ${network}`, `matters of case ${about}`];
    const [own, together] = await countAttempts(this.database, subjects, WINDOW);
    if (own !== undefined && own.n > STRANGERS.network) return own.wait;
    return together !== undefined && together.n > STRANGERS.case ? together.wait : null;
  }
}

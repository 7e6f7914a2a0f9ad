import { Forward } from './forward.ts';

/** What an entry puts into the urn, where an election draws. */
export class Draws1711065600044 extends Forward {
  name = 'Draws1711065600044';

  statements = [`ALTER TABLE vote_candidate ADD COLUMN ticket jsonb`];
}

import { Forward } from './forward.ts';

/** What a case gathered, frozen with each version of it; and what the booth shows of an entry beside its title. */
export class Gathering1711065600043 extends Forward {
  name = 'Gathering1711065600043';

  statements = [
    `ALTER TABLE submission ADD COLUMN gathered jsonb`,
    `ALTER TABLE vote_candidate ADD COLUMN text text, ADD COLUMN pictures text[] NOT NULL DEFAULT '{}'`,
  ];
}

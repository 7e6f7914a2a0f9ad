import { Forward } from './forward.ts';

/** A jury's contest says that nobody votes in it. What was sealed before stays as it was sealed. */
export class JuryChannel1711065600067 extends Forward {
  name = 'JuryChannel1711065600067';

  statements = [
    `ALTER TABLE vote_election
       DROP CONSTRAINT ck_vote_election_channel,
       ADD CONSTRAINT ck_vote_election_channel CHECK (channel IN ('codes', 'accounts', 'open', 'jury'))`,
    `UPDATE vote_election SET channel = 'jury' WHERE status = 'draft' AND rules->>'source' = ''`,
  ];
}

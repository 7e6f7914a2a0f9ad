import { Forward } from './forward.ts';

/**
 * Who is sent a code by mail. A row tells neither the code nor its commitment, so that nobody can be found among the codes
 * that were used.
 */
export class VoteDeliveries1711065600053 extends Forward {
  name = 'VoteDeliveries1711065600053';

  statements = [
    `
  CREATE TABLE vote_delivery (
    election_id text NOT NULL,
    recipient text NOT NULL,
    batch text NOT NULL,
    state text NOT NULL DEFAULT 'waiting',
    CONSTRAINT pk_vote_delivery PRIMARY KEY (election_id, recipient),
    CONSTRAINT fk_vote_delivery_election_id FOREIGN KEY (election_id) REFERENCES vote_election(id),
    CONSTRAINT ck_vote_delivery_batch CHECK (batch ~ '^[a-z0-9_-]{1,40}$'),
    CONSTRAINT ck_vote_delivery_state CHECK (state IN ('waiting', 'sent', 'refused'))
  )`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON vote_delivery TO formflow_app`,
  ];
}

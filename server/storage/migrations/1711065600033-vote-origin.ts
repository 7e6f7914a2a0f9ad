import { Forward } from './forward.ts';

/** The case, and its ballot, that an election is held for: one at a time that is not void. */
export class VoteOrigin1711065600033 extends Forward {
  name = 'VoteOrigin1711065600033';

  statements = [
    `ALTER TABLE vote_election
       ADD COLUMN case_id uuid,
       ADD COLUMN ballot_key text,
       ADD CONSTRAINT fk_vote_election_case_id FOREIGN KEY (case_id) REFERENCES case_(id),
       ADD CONSTRAINT ck_vote_election_origin CHECK ((case_id IS NULL) = (ballot_key IS NULL))`,
    `CREATE UNIQUE INDEX uq_vote_election_origin ON vote_election (case_id, ballot_key) WHERE status <> 'void'`,
  ];
}

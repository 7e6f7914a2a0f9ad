import { Forward } from './forward.ts';

const HEX = `'^[0-9a-f]{64}$'`;

/**
 * Elections. No table holds a code, and none a person beside a code. While voting is open the box is two tables, codes
 * used and ballots, parted by election, without a time, a number or a key between them; closing writes both anew, sorted,
 * and drops the parts. No foreign key leads from a used code to its credential: checking it would mark the credential
 * with the transaction that cast the ballot.
 */
export class Votes1711065600031 extends Forward {
  name = 'Votes1711065600031';

  statements = [
    `
  CREATE TABLE vote_election (
    id text NOT NULL,
    programme_id uuid NOT NULL,
    title text NOT NULL,
    channel text NOT NULL DEFAULT 'codes',
    status text NOT NULL DEFAULT 'draft',
    opens_at timestamptz(0) NOT NULL,
    closes_at timestamptz(0) NOT NULL,
    extended_to timestamptz(0),
    rules jsonb NOT NULL,
    manifest text,
    head0 text,
    public_seed text,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_vote_election PRIMARY KEY (id),
    CONSTRAINT fk_vote_election_programme_id FOREIGN KEY (programme_id) REFERENCES programme(id),
    CONSTRAINT ck_vote_election_id CHECK (id ~ '^[a-z0-9-]{1,36}$'),
    CONSTRAINT ck_vote_election_channel CHECK (channel IN ('codes')),
    CONSTRAINT ck_vote_election_status CHECK (status IN ('draft', 'sealed', 'open', 'closed', 'certified', 'void')),
    CONSTRAINT ck_vote_election_times CHECK (opens_at < closes_at AND (extended_to IS NULL OR extended_to > closes_at)),
    CONSTRAINT ck_vote_election_head CHECK ((manifest IS NULL) = (head0 IS NULL) AND (head0 IS NULL OR head0 ~ ${HEX})),
    CONSTRAINT ck_vote_election_sealed CHECK (status IN ('draft', 'void') OR manifest IS NOT NULL)
  )`,
    `CREATE INDEX ix_vote_election_status ON vote_election (status) WHERE status = 'open'`,
    `
  CREATE TABLE vote_candidate (
    election_id text NOT NULL,
    id text NOT NULL,
    title text NOT NULL,
    groups jsonb NOT NULL,
    criteria jsonb NOT NULL,
    CONSTRAINT pk_vote_candidate PRIMARY KEY (election_id, id),
    CONSTRAINT fk_vote_candidate_election_id FOREIGN KEY (election_id) REFERENCES vote_election(id),
    CONSTRAINT ck_vote_candidate_id CHECK (id ~ '^[a-z0-9-]{1,36}$')
  )`,
    `
  CREATE TABLE vote_credential (
    election_id text NOT NULL,
    cc text NOT NULL,
    batch text NOT NULL,
    is_replacement boolean NOT NULL DEFAULT false,
    revoked_at timestamptz,
    replaced_by text,
    CONSTRAINT pk_vote_credential PRIMARY KEY (election_id, cc),
    CONSTRAINT fk_vote_credential_election_id FOREIGN KEY (election_id) REFERENCES vote_election(id),
    CONSTRAINT ck_vote_credential_cc CHECK (cc ~ ${HEX}),
    CONSTRAINT ck_vote_credential_batch CHECK (batch ~ '^[a-z0-9_-]{1,40}$'),
    CONSTRAINT ck_vote_credential_replaced CHECK (replaced_by IS NULL OR revoked_at IS NOT NULL)
  )`,
    `
  CREATE TABLE vote_secret (
    election_id text NOT NULL,
    signing_key text NOT NULL,
    tie_seed text NOT NULL,
    traffic_key text,
    CONSTRAINT pk_vote_secret PRIMARY KEY (election_id),
    CONSTRAINT fk_vote_secret_election_id FOREIGN KEY (election_id) REFERENCES vote_election(id)
  )`,
    `
  CREATE TABLE vote_spent_intake (
    election_id text NOT NULL,
    cc text NOT NULL,
    CONSTRAINT pk_vote_spent_intake PRIMARY KEY (election_id, cc)
  ) PARTITION BY LIST (election_id)`,
    `
  CREATE TABLE vote_ballot_intake (
    election_id text NOT NULL,
    tracker text NOT NULL,
    nonce text NOT NULL,
    choice text array NOT NULL,
    CONSTRAINT pk_vote_ballot_intake PRIMARY KEY (election_id, tracker)
  ) PARTITION BY LIST (election_id)`,
    `
  CREATE TABLE vote_checkpoint (
    election_id text NOT NULL,
    i integer NOT NULL,
    prev text NOT NULL,
    head text NOT NULL,
    trackers text array NOT NULL,
    CONSTRAINT pk_vote_checkpoint PRIMARY KEY (election_id, i),
    CONSTRAINT fk_vote_checkpoint_election_id FOREIGN KEY (election_id) REFERENCES vote_election(id)
  )`,
    `
  CREATE TABLE vote_spent (
    election_id text NOT NULL,
    cc text NOT NULL,
    CONSTRAINT pk_vote_spent PRIMARY KEY (election_id, cc)
  )`,
    `
  CREATE TABLE vote_ballot (
    election_id text NOT NULL,
    tracker text NOT NULL,
    nonce text NOT NULL,
    choice text array NOT NULL,
    CONSTRAINT pk_vote_ballot PRIMARY KEY (election_id, tracker)
  )`,
    `
  CREATE TABLE vote_tally (
    election_id text NOT NULL,
    n integer NOT NULL,
    given jsonb NOT NULL,
    result text NOT NULL,
    counted_by uuid NOT NULL,
    counted_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_vote_tally PRIMARY KEY (election_id, n),
    CONSTRAINT fk_vote_tally_election_id FOREIGN KEY (election_id) REFERENCES vote_election(id),
    CONSTRAINT fk_vote_tally_counted_by FOREIGN KEY (counted_by) REFERENCES person(id)
  )`,
    `
  CREATE TABLE vote_traffic (
    election_id text NOT NULL,
    bucket timestamptz(0) NOT NULL,
    batch text NOT NULL,
    ip_tag text NOT NULL,
    ok integer NOT NULL,
    bad integer NOT NULL,
    CONSTRAINT pk_vote_traffic PRIMARY KEY (election_id, bucket, batch, ip_tag),
    CONSTRAINT fk_vote_traffic_election_id FOREIGN KEY (election_id) REFERENCES vote_election(id)
  )`,
    `
  CREATE TABLE vote_flag (
    id uuid NOT NULL,
    election_id text NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    detail jsonb NOT NULL,
    opened_at timestamptz NOT NULL DEFAULT now(),
    decision text,
    decided_by uuid,
    CONSTRAINT pk_vote_flag PRIMARY KEY (id),
    CONSTRAINT uq_vote_flag UNIQUE (election_id, kind, subject),
    CONSTRAINT fk_vote_flag_election_id FOREIGN KEY (election_id) REFERENCES vote_election(id),
    CONSTRAINT fk_vote_flag_decided_by FOREIGN KEY (decided_by) REFERENCES person(id),
    CONSTRAINT ck_vote_flag_decision CHECK ((decision IS NULL) = (decided_by IS NULL))
  )`,
    `
  CREATE TABLE vote_action (
    id uuid NOT NULL,
    election_id text NOT NULL,
    action text NOT NULL,
    detail jsonb NOT NULL,
    actor1 uuid NOT NULL,
    actor2 uuid,
    proposed_at timestamptz NOT NULL DEFAULT now(),
    done_at timestamptz,
    withdrawn_at timestamptz,
    CONSTRAINT pk_vote_action PRIMARY KEY (id),
    CONSTRAINT fk_vote_action_election_id FOREIGN KEY (election_id) REFERENCES vote_election(id),
    CONSTRAINT fk_vote_action_actor1 FOREIGN KEY (actor1) REFERENCES person(id),
    CONSTRAINT fk_vote_action_actor2 FOREIGN KEY (actor2) REFERENCES person(id),
    CONSTRAINT ck_vote_action_action CHECK (action IN ('seal', 'open', 'extend', 'certify', 'void')),
    CONSTRAINT ck_vote_action_two_people CHECK (actor1 <> actor2),
    CONSTRAINT ck_vote_action_done CHECK ((actor2 IS NULL) = (done_at IS NULL))
  )`,
    `CREATE UNIQUE INDEX uq_vote_action_pending ON vote_action (election_id) WHERE done_at IS NULL AND withdrawn_at IS NULL`,
  ];
}

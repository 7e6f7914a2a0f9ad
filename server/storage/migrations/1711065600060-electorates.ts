import { Forward } from './forward.ts';

/** What is entered on the roll before sealing stays; afterwards people on it draw, and closing writes the list anew. */
const FREEZE_ROLL = `
  CREATE FUNCTION vote_freeze_roll() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    now_is text := (SELECT status FROM vote_election WHERE id = coalesce(NEW.election_id, OLD.election_id));
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      IF now_is IN ('sealed', 'open') AND NOT OLD.drawn AND NEW.drawn
         AND (NEW.election_id, NEW.person_id) = (OLD.election_id, OLD.person_id) THEN RETURN NEW; END IF;
    ELSIF now_is IN ('draft', 'closed', 'void') THEN RETURN coalesce(NEW, OLD);
    END IF;
    RAISE EXCEPTION 'the roll is sealed' USING ERRCODE = '42501';
  END $$`;

/**
 * What voting leaves beside ballots is taken away when it is over: codes that nobody drew and the key that opens them,
 * copies that only their owners can open, counts by network, and the order in which anything was written.
 */
const SETTLE = `
  CREATE FUNCTION vote_settle(election text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    people uuid[];
    drew boolean[];
    trackers text[];
    reasons text[];
  BEGIN
    IF NOT EXISTS (SELECT FROM vote_election WHERE id = election AND status IN ('closed', 'void')) THEN
      RAISE EXCEPTION 'an election that runs is not settled' USING ERRCODE = '42501';
    END IF;
    SELECT array_agg(r.person_id ORDER BY r.person_id), array_agg(r.drawn ORDER BY r.person_id) INTO people, drew
      FROM vote_roll r WHERE r.election_id = election;
    DELETE FROM vote_roll r WHERE r.election_id = election;
    INSERT INTO vote_roll (election_id, person_id, drawn)
    SELECT election, p, d FROM unnest(people, drew) AS written(p, d);
    SELECT array_agg(q.tracker ORDER BY q.tracker), array_agg(q.reason ORDER BY q.tracker) INTO trackers, reasons
      FROM vote_quarantine q WHERE q.election_id = election;
    DELETE FROM vote_quarantine q WHERE q.election_id = election;
    INSERT INTO vote_quarantine (election_id, tracker, reason)
    SELECT election, t, r FROM unnest(trackers, reasons) AS written(t, r);
    DELETE FROM vote_pool p WHERE p.election_id = election;
    DELETE FROM vote_open_count c WHERE c.election_id = election;
    UPDATE vote_secret s SET pool_key = NULL WHERE s.election_id = election;
  END $$`;

/**
 * Casts a ballot of an open vote: no code was issued, so the browser made one, and a ballot that is sent again counts once
 * all the same. Every limit counts on; what goes beyond one is taken and set apart with its reason.
 */
const CAST_OPEN = `
  CREATE FUNCTION vote_cast_open(election text, code text, ballot text, ballot_nonce text, entries text[], limits jsonb)
    RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET lock_timeout = '2s' AS $$
  DECLARE
    opened timestamptz;
    limit_ record;
    counted integer;
    why text;
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('vote:' || election, 0));
    SELECT e.opens_at INTO opened FROM vote_election e WHERE e.id = election AND e.status = 'open' AND e.channel = 'open'
        AND clock_timestamp() >= e.opens_at AND clock_timestamp() < coalesce(e.extended_to, e.closes_at);
    IF NOT FOUND THEN RETURN 'closed'; END IF;
    INSERT INTO vote_spent_intake VALUES (election, code) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN RETURN 'code-refused'; END IF;
    INSERT INTO vote_ballot_intake VALUES (election, ballot, ballot_nonce, entries) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN RAISE EXCEPTION 'the tracker is taken' USING ERRCODE = '23505'; END IF;
    FOR limit_ IN SELECT * FROM jsonb_to_recordset(limits) AS l(reason text, tag text, seconds integer, most integer) LOOP
      INSERT INTO vote_open_count AS c (election_id, reason, tag, span, n)
      VALUES (election, limit_.reason, limit_.tag, CASE WHEN limit_.seconds = 0 THEN 0 ELSE
              floor(extract(epoch FROM clock_timestamp() - opened) / limit_.seconds)::integer END, 1)
          ON CONFLICT (election_id, reason, tag, span) DO UPDATE SET n = c.n + 1 RETURNING c.n INTO counted;
      IF counted > limit_.most AND why IS NULL THEN why := limit_.reason; END IF;
    END LOOP;
    IF why IS NOT NULL THEN INSERT INTO vote_quarantine VALUES (election, ballot, why); END IF;
    RETURN 'recorded';
  END $$`;

/**
 * Votes of account holders, and of everybody. The roll says who may draw a code and whether somebody did; codes that wait
 * to be drawn are encrypted, in no order, and leave the pool as they are drawn. No row of either says which code is whose.
 */
export class Electorates1711065600060 extends Forward {
  name = 'Electorates1711065600060';

  statements = [
    `ALTER TABLE vote_election
       DROP CONSTRAINT ck_vote_election_channel,
       ADD CONSTRAINT ck_vote_election_channel CHECK (channel IN ('codes', 'accounts', 'open'))`,
    `ALTER TABLE vote_secret ADD COLUMN pool_key text`,
    `
  CREATE TABLE vote_roll (
    election_id text NOT NULL,
    person_id uuid NOT NULL,
    drawn boolean NOT NULL DEFAULT false,
    held text,
    CONSTRAINT pk_vote_roll PRIMARY KEY (election_id, person_id),
    CONSTRAINT fk_vote_roll_election_id FOREIGN KEY (election_id) REFERENCES vote_election(id),
    CONSTRAINT fk_vote_roll_person_id FOREIGN KEY (person_id) REFERENCES person(id),
    CONSTRAINT ck_vote_roll_held CHECK (held IS NULL OR drawn)
  )`,
    `CREATE INDEX ix_vote_roll_person_id ON vote_roll (person_id)`,
    `
  CREATE TABLE vote_pool (
    election_id text NOT NULL,
    sealed text NOT NULL,
    CONSTRAINT pk_vote_pool PRIMARY KEY (election_id, sealed),
    CONSTRAINT fk_vote_pool_election_id FOREIGN KEY (election_id) REFERENCES vote_election(id)
  )`,
    `
  CREATE TABLE vote_open_count (
    election_id text NOT NULL,
    reason text NOT NULL,
    tag text NOT NULL,
    span integer NOT NULL,
    n integer NOT NULL,
    CONSTRAINT pk_vote_open_count PRIMARY KEY (election_id, reason, tag, span)
  )`,
    `
  CREATE TABLE vote_quarantine (
    election_id text NOT NULL,
    tracker text NOT NULL,
    reason text NOT NULL,
    CONSTRAINT pk_vote_quarantine PRIMARY KEY (election_id, tracker),
    CONSTRAINT ck_vote_quarantine_reason CHECK (reason ~ '^(device|address|all)-(total|day|hour)$')
  )`,
    FREEZE_ROLL,
    `CREATE TRIGGER vote_roll_frozen BEFORE INSERT OR UPDATE OR DELETE ON vote_roll
       FOR EACH ROW EXECUTE FUNCTION vote_freeze_roll()`,
    SETTLE,
    CAST_OPEN,
    ...['vote_settle(text)', 'vote_cast_open(text, text, text, text, text[], jsonb)'].flatMap((name) => [
      `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`,
      `GRANT EXECUTE ON FUNCTION ${name} TO formflow_app`,
    ]),
    `GRANT SELECT, INSERT, UPDATE, DELETE ON vote_roll, vote_pool TO formflow_app`,
    `GRANT SELECT (channel) ON vote_election TO formflow_caster`,
    `GRANT INSERT ON vote_quarantine TO formflow_caster`,
    `GRANT SELECT, INSERT, UPDATE ON vote_open_count TO formflow_caster`,
    `GRANT SELECT ON vote_quarantine TO formflow_tally`,
    `GRANT CREATE ON SCHEMA public TO formflow_caster`,
    `ALTER FUNCTION vote_cast_open(text, text, text, text, text[], jsonb) OWNER TO formflow_caster`,
    `REVOKE CREATE ON SCHEMA public FROM formflow_caster`,
  ];
}

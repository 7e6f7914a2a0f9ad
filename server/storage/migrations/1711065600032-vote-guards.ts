import { Forward } from './forward.ts';

/** A function of the box: it works with its owner's rights, and finds nothing but the catalogue's and our own tables. */
const boxFunction = (signature: string, returns: string, body: string): string => `
  CREATE FUNCTION ${signature} RETURNS ${returns} LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$ ${body} $$`;

/** What is frozen at sealing stays as it is, whoever asks: the owner of the tables is held to it as well. */
const FREEZE_ELECTION = `
  CREATE FUNCTION vote_freeze_election() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' THEN
      IF OLD.status <> 'draft' THEN RAISE EXCEPTION 'a sealed election stays' USING ERRCODE = '42501'; END IF;
      RETURN OLD;
    END IF;
    IF OLD.status = 'draft' THEN RETURN NEW; END IF;
    IF (NEW.id, NEW.programme_id, NEW.title, NEW.channel, NEW.opens_at, NEW.closes_at, NEW.rules, NEW.manifest, NEW.head0)
       IS DISTINCT FROM
       (OLD.id, OLD.programme_id, OLD.title, OLD.channel, OLD.opens_at, OLD.closes_at, OLD.rules, OLD.manifest, OLD.head0)
    THEN RAISE EXCEPTION 'a sealed election is not changed' USING ERRCODE = '42501'; END IF;
    IF NEW.extended_to IS DISTINCT FROM OLD.extended_to
       AND (OLD.extended_to IS NOT NULL OR OLD.status NOT IN ('sealed', 'open') OR clock_timestamp() >= OLD.closes_at)
    THEN RAISE EXCEPTION 'an election is extended once, before it closes' USING ERRCODE = '42501'; END IF;
    IF NEW.public_seed IS DISTINCT FROM OLD.public_seed AND (OLD.public_seed IS NOT NULL OR OLD.status <> 'closed')
    THEN RAISE EXCEPTION 'the public seed is drawn once, after closing' USING ERRCODE = '42501'; END IF;
    IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (
         ('sealed', 'open'), ('open', 'closed'), ('closed', 'certified'),
         ('sealed', 'void'), ('open', 'void'), ('closed', 'void'))
    THEN RAISE EXCEPTION 'an election does not go from % to %', OLD.status, NEW.status USING ERRCODE = '42501'; END IF;
    RETURN NEW;
  END $$`;

const FREEZE_CANDIDATE = `
  CREATE FUNCTION vote_freeze_candidate() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM vote_election WHERE id = coalesce(NEW.election_id, OLD.election_id) AND status <> 'draft')
    THEN RAISE EXCEPTION 'a sealed election is not changed' USING ERRCODE = '42501'; END IF;
    RETURN coalesce(NEW, OLD);
  END $$`;

/** After sealing a code can only be revoked, once, and only a code that replaces a revoked one comes in. */
const FREEZE_CREDENTIAL = `
  CREATE FUNCTION vote_freeze_credential() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    is_draft boolean := EXISTS (
      SELECT FROM vote_election WHERE id = coalesce(NEW.election_id, OLD.election_id) AND status = 'draft');
  BEGIN
    IF is_draft AND TG_OP = 'INSERT' AND NOT NEW.is_replacement THEN RETURN NEW; END IF;
    IF is_draft AND TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    IF TG_OP = 'INSERT' AND NEW.is_replacement AND EXISTS (
         SELECT FROM vote_credential WHERE election_id = NEW.election_id AND replaced_by = NEW.cc)
    THEN RETURN NEW; END IF;
    IF TG_OP = 'UPDATE' AND OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL
       AND (NEW.election_id, NEW.cc, NEW.batch, NEW.is_replacement) = (OLD.election_id, OLD.cc, OLD.batch, OLD.is_replacement)
    THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'the list of codes is sealed' USING ERRCODE = '42501';
  END $$`;

/** What ends an election, as everybody judges it: the database's own clock. */
const IS_OVER = `clock_timestamp() >= coalesce(extended_to, closes_at)`;

const LOCK = `PERFORM pg_advisory_xact_lock(hashtextextended('vote:' || election, 0));`;

/**
 * Casts a ballot. Uniqueness is the primary key, not a look before: of two casts with one code the second waits for the
 * first, and a cast that fails leaves the code as it was. Closing and revoking take the lock alone that casting shares.
 * A tracker that is taken aborts everything, and its value stands in no message, since messages are logged.
 */
const CAST = `
  CREATE FUNCTION vote_cast(election text, code text, ballot text, ballot_nonce text, entries text[]) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET lock_timeout = '2s' AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('vote:' || election, 0));
    PERFORM 1 FROM vote_election e WHERE e.id = election AND e.status = 'open'
        AND clock_timestamp() >= e.opens_at AND clock_timestamp() < coalesce(e.extended_to, e.closes_at);
    IF NOT FOUND THEN RETURN 'closed'; END IF;
    INSERT INTO vote_spent_intake SELECT c.election_id, c.cc FROM vote_credential c
     WHERE c.election_id = election AND c.cc = code AND c.revoked_at IS NULL
        ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN RETURN 'code-refused'; END IF;
    INSERT INTO vote_ballot_intake VALUES (election, ballot, ballot_nonce, entries) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN RAISE EXCEPTION 'the tracker is taken' USING ERRCODE = '23505'; END IF;
    RETURN 'recorded';
  END $$`;

const PARTS = ['spent', 'ballot'] as const;

const OPEN_BOX = boxFunction(
  'vote_open_box(election text)',
  'void',
  `BEGIN
    IF NOT EXISTS (SELECT FROM vote_election WHERE id = election AND status = 'sealed') THEN
      RAISE EXCEPTION 'only a sealed election is opened' USING ERRCODE = '42501';
    END IF;
    ${PARTS.map(
      (part) => `
    EXECUTE format('CREATE TABLE vote_intake.%I PARTITION OF vote_${part}_intake FOR VALUES IN (%L)', '${part}-' || election, election);
    EXECUTE format('CREATE TRIGGER not_emptied BEFORE TRUNCATE ON vote_intake.%I FOR EACH STATEMENT EXECUTE FUNCTION public.formflow_insert_only()', '${part}-' || election);`,
    ).join('')}
    UPDATE vote_election SET status = 'open' WHERE id = election;
  END`,
);

/** Waits for casts in flight. Answers whether the election is closed now. */
const CLOSE = boxFunction(
  'vote_close(election text)',
  'boolean',
  `BEGIN
    ${LOCK}
    UPDATE vote_election SET status = 'closed' WHERE id = election AND status = 'open' AND ${IS_OVER};
    RETURN EXISTS (SELECT FROM vote_election WHERE id = election AND status IN ('closed', 'certified'));
  END`,
);

/**
 * Writes what is in the box anew, sorted, and drops the box, all in one transaction: rows of both lists then have the same
 * age and stand in an order of their own. Answers whether there was a box.
 */
const EMPTY_BOX = boxFunction(
  'vote_empty_box(election text)',
  'boolean',
  `DECLARE
    ballots bigint;
    codes bigint;
  BEGIN
    ${LOCK}
    IF to_regclass(format('vote_intake.%I', 'ballot-' || election)) IS NULL THEN RETURN false; END IF;
    IF NOT EXISTS (SELECT FROM vote_election WHERE id = election AND status = 'closed') THEN
      RAISE EXCEPTION 'the box of an open election stays shut' USING ERRCODE = '42501';
    END IF;
    IF EXISTS (SELECT tracker FROM vote_ballot_intake WHERE election_id = election
               EXCEPT SELECT unnest(trackers) FROM vote_checkpoint WHERE election_id = election) THEN
      RAISE EXCEPTION 'the last checkpoint is missing' USING ERRCODE = '55000';
    END IF;
    INSERT INTO vote_ballot SELECT * FROM vote_ballot_intake WHERE election_id = election ORDER BY tracker;
    GET DIAGNOSTICS ballots = ROW_COUNT;
    INSERT INTO vote_spent SELECT * FROM vote_spent_intake WHERE election_id = election ORDER BY cc;
    GET DIAGNOSTICS codes = ROW_COUNT;
    IF ballots <> codes THEN RAISE EXCEPTION 'the box holds % ballots for % codes', ballots, codes; END IF;
    ${PARTS.map((part) => `EXECUTE format('DROP TABLE vote_intake.%I', '${part}-' || election);`).join('\n    ')}
    RETURN true;
  END`,
);

/** Trackers in the box that no checkpoint published. They hide the choice. */
const UNPUBLISHED = boxFunction(
  'vote_unpublished(election text)',
  'SETOF text',
  `BEGIN
    RETURN QUERY SELECT tracker FROM vote_ballot_intake WHERE election_id = election
      EXCEPT SELECT unnest(trackers) FROM vote_checkpoint WHERE election_id = election;
  END`,
);

const HAS_TRACKER = boxFunction(
  'vote_has_tracker(election text, ballot text)',
  'boolean',
  `BEGIN
    RETURN EXISTS (SELECT FROM vote_ballot_intake WHERE election_id = election AND tracker = ballot)
        OR EXISTS (SELECT FROM vote_ballot WHERE election_id = election AND tracker = ballot);
  END`,
);

const CODE_STATE = boxFunction(
  'vote_code_state(election text, code text)',
  'text',
  `BEGIN
    RETURN coalesce((
      SELECT CASE WHEN c.revoked_at IS NOT NULL THEN 'revoked'
                  WHEN EXISTS (SELECT FROM vote_spent_intake s WHERE s.election_id = election AND s.cc = code)
                    OR EXISTS (SELECT FROM vote_spent s WHERE s.election_id = election AND s.cc = code) THEN 'used'
                  ELSE 'unused' END
        FROM vote_credential c WHERE c.election_id = election AND c.cc = code), 'unknown');
  END`,
);

/** Revokes a code, unless it was used, and puts another in its place where one is given. Answers what became of it. */
const REVOKE = boxFunction(
  'vote_revoke(election text, code text, replacement text)',
  'text',
  `DECLARE
    state text;
  BEGIN
    ${LOCK}
    IF NOT EXISTS (SELECT FROM vote_election WHERE id = election AND status IN ('sealed', 'open') AND NOT (${IS_OVER})) THEN
      RETURN 'closed';
    END IF;
    state := vote_code_state(election, code);
    IF state <> 'unused' THEN RETURN state; END IF;
    UPDATE vote_credential SET revoked_at = now(), replaced_by = replacement WHERE election_id = election AND cc = code;
    IF replacement IS NOT NULL THEN
      INSERT INTO vote_credential (election_id, cc, batch, is_replacement)
      SELECT election, replacement, batch, true FROM vote_credential WHERE election_id = election AND cc = code;
    END IF;
    RETURN 'done';
  END`,
);

const FUNCTIONS = [
  'vote_cast(text, text, text, text, text[])',
  'vote_open_box(text)',
  'vote_close(text)',
  'vote_empty_box(text)',
  'vote_unpublished(text)',
  'vote_has_tracker(text, text)',
  'vote_code_state(text, text)',
  'vote_revoke(text, text, text)',
];

const INSERT_ONLY = [
  'vote_spent_intake',
  'vote_ballot_intake',
  'vote_checkpoint',
  'vote_spent',
  'vote_ballot',
  'vote_tally',
];
const FROZEN = ['election', 'candidate', 'credential'];

/** Who may do what with an election, held by the database itself. */
export class VoteGuards1711065600032 extends Forward {
  name = 'VoteGuards1711065600032';

  statements = [
    `CREATE SCHEMA vote_intake`,
    FREEZE_ELECTION,
    FREEZE_CANDIDATE,
    FREEZE_CREDENTIAL,
    ...FROZEN.flatMap((table) => [
      `CREATE TRIGGER vote_${table}_frozen BEFORE ${table === 'election' ? '' : 'INSERT OR '}UPDATE OR DELETE ON vote_${table}
         FOR EACH ROW EXECUTE FUNCTION vote_freeze_${table}()`,
      `CREATE TRIGGER vote_${table}_not_emptied BEFORE TRUNCATE ON vote_${table}
         FOR EACH STATEMENT EXECUTE FUNCTION formflow_insert_only()`,
    ]),
    ...INSERT_ONLY.flatMap((table) => [
      `CREATE TRIGGER ${table}_insert_only BEFORE UPDATE OR DELETE ON ${table}
         FOR EACH ROW EXECUTE FUNCTION formflow_insert_only()`,
      `CREATE TRIGGER ${table}_not_emptied BEFORE TRUNCATE ON ${table}
         FOR EACH STATEMENT EXECUTE FUNCTION formflow_insert_only()`,
    ]),
    CAST,
    OPEN_BOX,
    CLOSE,
    EMPTY_BOX,
    UNPUBLISHED,
    HAS_TRACKER,
    CODE_STATE,
    REVOKE,
    ...FUNCTIONS.flatMap((name) => [
      `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`,
      `GRANT EXECUTE ON FUNCTION ${name} TO formflow_app`,
    ]),
    `GRANT SELECT, INSERT, UPDATE ON vote_election, vote_flag, vote_action, vote_traffic, vote_secret TO formflow_app`,
    `GRANT SELECT, INSERT, DELETE ON vote_candidate, vote_credential TO formflow_app`,
    `GRANT SELECT, INSERT ON vote_checkpoint, vote_tally TO formflow_app`,
    `GRANT USAGE ON SCHEMA public TO formflow_caster, formflow_tally`,
    `GRANT SELECT (id, status, opens_at, closes_at, extended_to) ON vote_election TO formflow_caster`,
    `GRANT SELECT (election_id, cc, revoked_at) ON vote_credential TO formflow_caster`,
    `GRANT INSERT ON vote_spent_intake, vote_ballot_intake TO formflow_caster`,
    `GRANT SELECT ON vote_spent, vote_ballot TO formflow_tally`,
    `GRANT CREATE ON SCHEMA public TO formflow_caster`,
    `ALTER FUNCTION vote_cast(text, text, text, text, text[]) OWNER TO formflow_caster`,
    `REVOKE CREATE ON SCHEMA public FROM formflow_caster`,
  ];
}

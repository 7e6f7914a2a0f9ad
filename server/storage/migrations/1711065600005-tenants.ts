import { Forward } from './forward.ts';

/** Tables whose rows belong to an organisation, or to a programme as a whole. */
const OF_ORGANISATIONS = [
  'case_',
  'draft',
  'submission',
  'query',
  'query_remark',
  'event',
  'event_text',
  'task',
  'exemption',
  'settlement',
  'timer',
  'command',
  'attachment',
];

/** Rows that nobody may change once they are written; a trigger holds the owner to it as well. */
const INSERT_ONLY = ['event', 'audit'];

/** What is referred to without a key, or for ever. */
const NEVER_DELETED = [
  'programme',
  'definition',
  'definition_version',
  'organisation',
  'person',
  'case_',
  'submission',
];

const protect = (table: string, condition: string): string[] => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY ${table}_visible ON ${table} USING (${condition})`,
];

/** Each sub-select is evaluated once a statement, not once a row; there are as few as can be, because each has its cost. */
const VISIBLE = `programme_id = ANY ((SELECT formflow_ids('formflow.programmes'))::uuid[])
    OR coalesce(organisation_id, programme_id) = ANY ((SELECT formflow_ids('formflow.organisations'))::uuid[])`;

/** An extension of an organisation counts for those under it, who do not reach it. */
const PARTICIPATING = `programme_id = ANY ((SELECT formflow_ids('formflow.organisations'))::uuid[])`;

const IS_SYSTEM = `(SELECT current_setting('formflow.person', true)) = 'system'`;

/** Everything under the given organisations, beside them, or related to them. */
const NEAR = `
  CREATE FUNCTION formflow_near(roots uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    WITH RECURSIVE below AS (
      SELECT id FROM organisation WHERE parent_id = ANY (roots)
      UNION
      SELECT o.id FROM organisation o JOIN below b ON o.parent_id = b.id
    )
    SELECT id FROM below
    UNION SELECT s.id FROM organisation r JOIN organisation s ON s.parent_id = r.parent_id WHERE r.id = ANY (roots)
    UNION SELECT related_id FROM relation WHERE organisation_id = ANY (roots)
    UNION SELECT organisation_id FROM relation WHERE related_id = ANY (roots)
  $$`;

/** The settings for the rest of a transaction; answers true, so that a statement can wait for it. */
const ENTER = `
  CREATE FUNCTION formflow_enter(
    programmes text, organisations text, near uuid[], participates text, person text, is_system boolean
  ) RETURNS boolean LANGUAGE plpgsql AS $$
  BEGIN
    IF is_system THEN programmes := (SELECT string_agg(id::text, ',') FROM programme); END IF;
    IF cardinality(near) > 0 THEN
      organisations := concat_ws(',', nullif(organisations, ''), (SELECT string_agg(id::text, ',') FROM formflow_near(near) id));
    END IF;
    PERFORM set_config('formflow.programmes', coalesce(programmes, ''), true),
            set_config('formflow.organisations', concat_ws(',', nullif(organisations, ''), nullif(participates, '')), true),
            set_config('formflow.person', CASE WHEN is_system THEN 'system' ELSE person END, true);
    RETURN true;
  END $$`;

/**
 * The second wall between organisations. A statement says for whom it works by three settings (`formflow_enter`), which
 * end with its transaction: `formflow.programmes` are the ids of the programmes that the person reads as a whole,
 * `formflow.organisations` those of the organisations that the person reaches and, for cases that belong to none, of the
 * programmes in which the person has any role, `formflow.person` is the person. The system itself reads every programme.
 * Without them no row is visible.
 */
export class Tenants1711065600005 extends Forward {
  name = 'Tenants1711065600005';

  statements = [
    `CREATE FUNCTION formflow_ids(name text) RETURNS uuid[] LANGUAGE sql STABLE
     AS $$ SELECT string_to_array(nullif(current_setting(name, true), ''), ',')::uuid[] $$`,
    NEAR,
    ENTER,
    `CREATE FUNCTION formflow_insert_only() RETURNS trigger LANGUAGE plpgsql
     AS $$ BEGIN RAISE EXCEPTION '% is insert-only', tg_table_name USING ERRCODE = '42501'; END $$`,
    ...OF_ORGANISATIONS.flatMap((table) => protect(table, VISIBLE)),
    ...protect('deadline_override', `${VISIBLE} OR ${PARTICIPATING}`),
    ...protect('notice', `${IS_SYSTEM} OR person_id::text = (SELECT current_setting('formflow.person', true))`),
    `ALTER TABLE outbox ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE outbox FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY outbox_system ON outbox USING (${IS_SYSTEM})`,
    `CREATE POLICY outbox_written_by_all ON outbox FOR INSERT WITH CHECK (true)`,
    `GRANT USAGE ON SCHEMA public TO formflow_app`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO formflow_app`,
    `REVOKE ALL ON migration FROM formflow_app`,
    `REVOKE UPDATE, DELETE ON event, submission, audit FROM formflow_app`,
    `REVOKE DELETE ON ${NEVER_DELETED.join(', ')} FROM formflow_app`,
    `REVOKE INSERT, DELETE ON audit_head FROM formflow_app`,
    ...INSERT_ONLY.flatMap((table) => [
      `CREATE TRIGGER ${table}_insert_only BEFORE UPDATE OR DELETE ON ${table}
         FOR EACH ROW EXECUTE FUNCTION formflow_insert_only()`,
      `CREATE TRIGGER ${table}_not_emptied BEFORE TRUNCATE ON ${table}
         FOR EACH STATEMENT EXECUTE FUNCTION formflow_insert_only()`,
    ]),
  ];
}

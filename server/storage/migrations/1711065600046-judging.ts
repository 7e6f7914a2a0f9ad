import { Forward } from './forward.ts';

const VISIBLE = `programme_id = ANY ((SELECT formflow_ids('formflow.programmes'))::uuid[])
    OR coalesce(organisation_id, programme_id) = ANY ((SELECT formflow_ids('formflow.organisations'))::uuid[])`;

const protect = (table: string): string[] => [
  `GRANT SELECT, INSERT, UPDATE ON ${table} TO formflow_app`,
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY ${table}_visible ON ${table} USING (${VISIBLE})`,
];

/** Judges' sheets, side records of cases, and counts of juries without a ballot. */
export class Judging1711065600046 extends Forward {
  name = 'Judging1711065600046';

  statements = [
    `
  CREATE TABLE mark (
    case_id uuid NOT NULL,
    visit integer NOT NULL,
    key text NOT NULL,
    subject text NOT NULL,
    person_id uuid NOT NULL,
    form_version_id uuid NOT NULL,
    data jsonb NOT NULL,
    saved_at timestamptz NOT NULL,
    finished_at timestamptz,
    programme_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT pk_mark PRIMARY KEY (case_id, visit, key, subject, person_id),
    CONSTRAINT fk_mark_case_id FOREIGN KEY (case_id) REFERENCES case_(id),
    CONSTRAINT fk_mark_person_id FOREIGN KEY (person_id) REFERENCES person(id),
    CONSTRAINT fk_mark_form_version_id FOREIGN KEY (form_version_id) REFERENCES definition_version(id)
  )`,
    `CREATE FUNCTION formflow_mark_stands() RETURNS trigger LANGUAGE plpgsql
     AS $$ BEGIN RAISE EXCEPTION 'a finished sheet stands' USING ERRCODE = '42501'; END $$`,
    `CREATE TRIGGER mark_stands BEFORE UPDATE OR DELETE ON mark
       FOR EACH ROW WHEN (old.finished_at IS NOT NULL) EXECUTE FUNCTION formflow_mark_stands()`,
    `
  CREATE TABLE matter (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    key text NOT NULL,
    status text NOT NULL,
    text text NOT NULL,
    form_version_id uuid,
    data jsonb,
    opened_by uuid,
    stranger text,
    contact text,
    receipt text,
    opened_at timestamptz NOT NULL,
    answer text,
    closed_by uuid,
    closed_at timestamptz,
    programme_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT pk_matter PRIMARY KEY (id),
    CONSTRAINT ck_matter_status CHECK (status IN ('open', 'closed')),
    CONSTRAINT ck_matter_closed CHECK ((status = 'closed') = (closed_at IS NOT NULL AND closed_by IS NOT NULL AND answer IS NOT NULL)),
    CONSTRAINT ck_matter_opener CHECK ((opened_by IS NULL) = (receipt IS NOT NULL AND stranger IS NOT NULL AND contact IS NOT NULL)),
    CONSTRAINT fk_matter_case_id FOREIGN KEY (case_id) REFERENCES case_(id),
    CONSTRAINT fk_matter_form_version_id FOREIGN KEY (form_version_id) REFERENCES definition_version(id),
    CONSTRAINT fk_matter_opened_by FOREIGN KEY (opened_by) REFERENCES person(id),
    CONSTRAINT fk_matter_closed_by FOREIGN KEY (closed_by) REFERENCES person(id)
  )`,
    `CREATE INDEX ix_matter_case_id_status ON matter (case_id, status)`,
    `CREATE UNIQUE INDEX uq_matter_receipt ON matter (receipt) WHERE receipt IS NOT NULL`,
    `
  CREATE TABLE ranking_tally (
    case_id uuid NOT NULL,
    n integer NOT NULL,
    given jsonb NOT NULL,
    result text NOT NULL,
    counted_by uuid NOT NULL,
    counted_at timestamptz NOT NULL DEFAULT now(),
    programme_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT pk_ranking_tally PRIMARY KEY (case_id, n),
    CONSTRAINT fk_ranking_tally_case_id FOREIGN KEY (case_id) REFERENCES case_(id),
    CONSTRAINT fk_ranking_tally_counted_by FOREIGN KEY (counted_by) REFERENCES person(id)
  )`,
    ...['mark', 'matter', 'ranking_tally'].flatMap(protect),
    `REVOKE UPDATE ON ranking_tally FROM formflow_app`,
  ];
}

import { Forward } from './forward.ts';

/** What follows from an action, files, and the record of everything else. */
export class Consequences1711065600004 extends Forward {
  name = 'Consequences1711065600004';

  statements = [
    `
  CREATE TABLE timer (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    visit integer NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    n integer NOT NULL,
    fire_at timestamptz NOT NULL,
    status text NOT NULL DEFAULT 'pending',
    programme_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT pk_timer PRIMARY KEY (id),
    CONSTRAINT ck_timer_kind CHECK (kind IN ('open', 'remind', 'due', 'grace_end', 'escalate', 'settle')),
    CONSTRAINT ck_timer_status CHECK (status IN ('pending', 'fired', 'cancelled')),
    CONSTRAINT uq_timer UNIQUE (case_id, visit, kind, key, n)
  )`,
    `CREATE INDEX ix_timer_fire_at ON timer (fire_at) WHERE status = 'pending'`,
    `
  CREATE TABLE command (
    key text NOT NULL,
    case_id uuid NOT NULL,
    request_hash text NOT NULL,
    result json NOT NULL,
    at timestamptz NOT NULL,
    programme_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT pk_command PRIMARY KEY (key)
  )`,
    `CREATE INDEX ix_command_at ON command (at)`,
    `
  CREATE TABLE outbox (
    id uuid NOT NULL,
    topic text NOT NULL,
    dedup_key text NOT NULL,
    payload jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    sent_at timestamptz,
    attempts integer NOT NULL DEFAULT 0,
    last_error text,
    CONSTRAINT pk_outbox PRIMARY KEY (id),
    CONSTRAINT uq_outbox_dedup_key UNIQUE (dedup_key)
  )`,
    `CREATE INDEX ix_outbox_id ON outbox (id) WHERE sent_at IS NULL`,
    `
  CREATE TABLE file (
    sha256 text NOT NULL,
    size integer NOT NULL,
    type text NOT NULL,
    stored_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_file PRIMARY KEY (sha256),
    CONSTRAINT ck_file_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT ck_file_size CHECK (size >= 0)
  )`,
    `
  CREATE TABLE attachment (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    purpose text NOT NULL,
    field text,
    roster text,
    row_id uuid,
    sha256 text NOT NULL,
    name text NOT NULL,
    after_submission integer NOT NULL,
    uploaded_by uuid NOT NULL,
    uploaded_at timestamptz NOT NULL,
    removed_at timestamptz,
    programme_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT pk_attachment PRIMARY KEY (id),
    CONSTRAINT ck_attachment_cell CHECK ((roster IS NULL) = (row_id IS NULL) AND (purpose = 'field') = (field IS NOT NULL)),
    CONSTRAINT ck_attachment_purpose CHECK (purpose IN ('field', 'original'))
  )`,
    `CREATE INDEX ix_attachment_sha256 ON attachment (sha256)`,
    `CREATE INDEX ix_attachment_case_id ON attachment (case_id)`,
    `
  CREATE TABLE notice (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    case_id uuid,
    dedup_key text NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    at timestamptz NOT NULL,
    read_at timestamptz,
    programme_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT pk_notice PRIMARY KEY (id),
    CONSTRAINT uq_notice_dedup_key UNIQUE (dedup_key)
  )`,
    `CREATE INDEX ix_notice_person_id_at ON notice (person_id, at)`,
    `
  CREATE TABLE audit_head (
    id integer NOT NULL,
    seq integer NOT NULL,
    hash text NOT NULL,
    CONSTRAINT pk_audit_head PRIMARY KEY (id),
    CONSTRAINT ck_audit_head_single CHECK (id = 1)
  )`,
    `INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '')`,
    `
  CREATE TABLE audit (
    seq integer NOT NULL,
    at timestamptz(3) NOT NULL,
    type text NOT NULL,
    person_id uuid,
    organisation_id uuid,
    case_id uuid,
    subject text,
    result text NOT NULL,
    detail text,
    prev_hash text NOT NULL,
    hash text NOT NULL,
    CONSTRAINT pk_audit PRIMARY KEY (seq),
    CONSTRAINT ck_audit_hash CHECK (hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT ck_audit_result CHECK (result IN ('done', 'refused'))
  )`,
    `CREATE INDEX ix_audit_person_id_at ON audit (person_id, at)`,
    `CREATE INDEX ix_audit_at ON audit (at)`,
    `
  ALTER TABLE timer
    ADD CONSTRAINT fk_timer_case_id FOREIGN KEY (case_id) REFERENCES case_(id)`,
    `
  ALTER TABLE command
    ADD CONSTRAINT fk_command_case_id FOREIGN KEY (case_id) REFERENCES case_(id)`,
    `
  ALTER TABLE attachment
    ADD CONSTRAINT fk_attachment_case_id FOREIGN KEY (case_id) REFERENCES case_(id),
    ADD CONSTRAINT fk_attachment_sha256 FOREIGN KEY (sha256) REFERENCES file(sha256),
    ADD CONSTRAINT fk_attachment_uploaded_by FOREIGN KEY (uploaded_by) REFERENCES person(id)`,
    `
  ALTER TABLE notice
    ADD CONSTRAINT fk_notice_person_id FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
    ADD CONSTRAINT fk_notice_case_id FOREIGN KEY (case_id) REFERENCES case_(id),
    ADD CONSTRAINT fk_notice_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisation(id),
    ADD CONSTRAINT fk_notice_programme_id FOREIGN KEY (programme_id) REFERENCES programme(id)`,
    `
  ALTER TABLE audit
    ADD CONSTRAINT fk_audit_person_id FOREIGN KEY (person_id) REFERENCES person(id),
    ADD CONSTRAINT fk_audit_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisation(id),
    ADD CONSTRAINT fk_audit_case_id FOREIGN KEY (case_id) REFERENCES case_(id)`,
  ];
}

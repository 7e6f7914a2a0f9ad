import { Forward } from './forward.ts';

/** Cases with everything that belongs to one. */
export class Cases1711065600003 extends Forward {
  name = 'Cases1711065600003';

  statements = [
    `
  CREATE TABLE case_ (
    id uuid NOT NULL,
    workflow_id uuid NOT NULL,
    workflow_version_id uuid NOT NULL,
    form_version_id uuid NOT NULL,
    subject_key text NOT NULL,
    period_key text,
    period jsonb,
    state text NOT NULL,
    visit integer NOT NULL DEFAULT 0,
    lock_version integer NOT NULL DEFAULT 0,
    status text NOT NULL,
    opens_at timestamptz,
    entered_at timestamptz NOT NULL,
    due timestamptz,
    grace_until timestamptz,
    report_due timestamptz,
    deadlines jsonb NOT NULL DEFAULT '[]',
    kept jsonb NOT NULL DEFAULT '{}',
    submission integer NOT NULL DEFAULT 0,
    receipt integer,
    zero boolean NOT NULL DEFAULT false,
    proxy boolean NOT NULL DEFAULT false,
    judged_at timestamptz,
    judged_due timestamptz,
    judged_submission integer,
    late boolean,
    in_grace boolean,
    deeds jsonb NOT NULL DEFAULT '[]',
    saved_by uuid[] NOT NULL DEFAULT '{}',
    marks text[] NOT NULL DEFAULT '{}',
    metrics jsonb NOT NULL DEFAULT '{}',
    event_seq integer NOT NULL DEFAULT 0,
    event_hash text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    programme_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT pk_case PRIMARY KEY (id),
    CONSTRAINT ck_case_counts CHECK (visit >= 0 AND lock_version >= 0 AND submission >= 0 AND event_seq >= 0),
    CONSTRAINT ck_case_judged CHECK ((judged_at IS NULL) = (late IS NULL) AND (judged_at IS NULL) = (in_grace IS NULL)),
    CONSTRAINT ck_case_late_or_in_grace CHECK (NOT (late AND in_grace)),
    CONSTRAINT ck_case_period CHECK ((period_key IS NULL) = (period IS NULL)),
    CONSTRAINT ck_case_receipt CHECK (receipt <= submission AND judged_submission <= submission),
    CONSTRAINT ck_case_status CHECK (status IN ('upcoming', 'open', 'done', 'exempt', 'cancelled', 'suspended')),
    CONSTRAINT uq_case_workflow_id_subject_key UNIQUE (workflow_id, subject_key)
  )`,
    `CREATE INDEX ix_case_programme_id_workflow_id_state ON case_ (programme_id, workflow_id, state)`,
    `CREATE INDEX ix_case_organisation_id_workflow_id ON case_ (organisation_id, workflow_id)`,
    `
  CREATE TABLE draft (
    case_id uuid NOT NULL,
    rev integer NOT NULL,
    form_version_id uuid NOT NULL,
    data jsonb NOT NULL,
    saved_by uuid,
    saved_at timestamptz NOT NULL,
    programme_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT pk_draft PRIMARY KEY (case_id),
    CONSTRAINT ck_draft_rev CHECK (rev >= 1)
  )`,
    `
  CREATE TABLE submission (
    case_id uuid NOT NULL,
    n integer NOT NULL,
    form_version_id uuid NOT NULL,
    data jsonb NOT NULL,
    zero boolean NOT NULL,
    proxy boolean NOT NULL,
    salt text NOT NULL,
    saved_by uuid,
    saved_at timestamptz NOT NULL,
    programme_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT pk_submission PRIMARY KEY (case_id, n),
    CONSTRAINT ck_submission_n CHECK (n >= 1)
  )`,
    `
  CREATE TABLE query (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    submission_n integer NOT NULL,
    field text NOT NULL,
    roster text,
    row_id uuid,
    status text NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    programme_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT pk_query PRIMARY KEY (id),
    CONSTRAINT ck_query_cell CHECK ((roster IS NULL) = (row_id IS NULL)),
    CONSTRAINT ck_query_closed CHECK ((status = 'closed') = (closed_at IS NOT NULL)),
    CONSTRAINT ck_query_status CHECK (status IN ('open', 'answered', 'closed', 'row_removed'))
  )`,
    `CREATE INDEX ix_query_case_id_status ON query (case_id, status)`,
    `
  CREATE TABLE query_remark (
    id uuid NOT NULL,
    query_id uuid NOT NULL,
    person_id uuid NOT NULL,
    text text NOT NULL,
    at timestamptz NOT NULL,
    programme_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT pk_query_remark PRIMARY KEY (id)
  )`,
    `CREATE INDEX ix_query_remark_query_id ON query_remark (query_id)`,
    `
  CREATE TABLE event (
    case_id uuid NOT NULL,
    seq integer NOT NULL,
    type text NOT NULL,
    action text,
    kind text,
    from_state text,
    to_state text,
    visit integer NOT NULL,
    actor text,
    person_id uuid,
    on_behalf boolean NOT NULL,
    reasons text[] NOT NULL,
    payload jsonb NOT NULL,
    version_id uuid NOT NULL,
    command_key text,
    text_digest text,
    at timestamptz(3) NOT NULL,
    prev_hash text NOT NULL,
    hash text NOT NULL,
    programme_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT pk_event PRIMARY KEY (case_id, seq),
    CONSTRAINT ck_event_hash CHECK (hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT ck_event_seq CHECK (seq >= 1)
  )`,
    `
  CREATE TABLE event_text (
    case_id uuid NOT NULL,
    seq integer NOT NULL,
    salt text NOT NULL,
    comment text NOT NULL,
    programme_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT pk_event_text PRIMARY KEY (case_id, seq)
  )`,
    `
  CREATE TABLE task (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    visit integer NOT NULL,
    key text NOT NULL,
    subject text NOT NULL DEFAULT '',
    slot integer NOT NULL DEFAULT 0,
    assignee_id uuid,
    status text NOT NULL,
    outcome text,
    programme_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT pk_task PRIMARY KEY (id),
    CONSTRAINT ck_task_status CHECK (status IN ('open', 'done', 'cancelled')),
    CONSTRAINT uq_task_slot UNIQUE (case_id, visit, key, subject, slot)
  )`,
    `CREATE INDEX ix_task_assignee_id ON task (assignee_id) WHERE status = 'open'`,
    `
  CREATE TABLE deadline_override (
    id uuid NOT NULL,
    workflow_id uuid NOT NULL,
    key text NOT NULL,
    period_key text,
    due timestamptz NOT NULL,
    reason text NOT NULL,
    granted_by uuid NOT NULL,
    granted_at timestamptz NOT NULL,
    revoked_at timestamptz,
    programme_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT pk_deadline_override PRIMARY KEY (id)
  )`,
    `CREATE INDEX ix_deadline_override_workflow_id_organisation_id ON deadline_override (workflow_id, organisation_id)`,
    `
  CREATE TABLE exemption (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    reason text NOT NULL,
    granted_by uuid NOT NULL,
    granted_at timestamptz NOT NULL,
    revoked_at timestamptz,
    programme_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT pk_exemption PRIMARY KEY (id)
  )`,
    `CREATE UNIQUE INDEX uq_exemption_case ON exemption (case_id) WHERE revoked_at IS NULL`,
    `
  CREATE TABLE settlement (
    id uuid NOT NULL,
    workflow_id uuid NOT NULL,
    status text NOT NULL,
    messages jsonb NOT NULL,
    judged_at timestamptz NOT NULL,
    programme_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT pk_settlement PRIMARY KEY (id),
    CONSTRAINT ck_settlement_status CHECK (status IN ('met', 'unmet'))
  )`,
    `CREATE UNIQUE INDEX uq_settlement
    ON settlement (workflow_id, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'))`,
    `
  ALTER TABLE case_
    ADD CONSTRAINT fk_case_workflow_id FOREIGN KEY (workflow_id) REFERENCES definition(id),
    ADD CONSTRAINT fk_case_workflow_version_id FOREIGN KEY (workflow_version_id) REFERENCES definition_version(id),
    ADD CONSTRAINT fk_case_form_version_id FOREIGN KEY (form_version_id) REFERENCES definition_version(id),
    ADD CONSTRAINT fk_case_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisation(id),
    ADD CONSTRAINT fk_case_programme_id FOREIGN KEY (programme_id) REFERENCES programme(id)`,
    `
  ALTER TABLE draft
    ADD CONSTRAINT fk_draft_case_id FOREIGN KEY (case_id) REFERENCES case_(id),
    ADD CONSTRAINT fk_draft_saved_by FOREIGN KEY (saved_by) REFERENCES person(id)`,
    `
  ALTER TABLE submission
    ADD CONSTRAINT fk_submission_case_id FOREIGN KEY (case_id) REFERENCES case_(id)`,
    `
  ALTER TABLE query
    ADD CONSTRAINT fk_query_case_id FOREIGN KEY (case_id) REFERENCES case_(id),
    ADD CONSTRAINT fk_query_opened_by FOREIGN KEY (opened_by) REFERENCES person(id)`,
    `
  ALTER TABLE query_remark
    ADD CONSTRAINT fk_query_remark_query_id FOREIGN KEY (query_id) REFERENCES query(id),
    ADD CONSTRAINT fk_query_remark_person_id FOREIGN KEY (person_id) REFERENCES person(id)`,
    `
  ALTER TABLE event
    ADD CONSTRAINT fk_event_case_id FOREIGN KEY (case_id) REFERENCES case_(id)`,
    `
  ALTER TABLE event_text
    ADD CONSTRAINT fk_event_text_case_id FOREIGN KEY (case_id) REFERENCES case_(id)`,
    `
  ALTER TABLE task
    ADD CONSTRAINT fk_task_case_id FOREIGN KEY (case_id) REFERENCES case_(id),
    ADD CONSTRAINT fk_task_assignee_id FOREIGN KEY (assignee_id) REFERENCES person(id)`,
    `
  ALTER TABLE deadline_override
    ADD CONSTRAINT fk_deadline_override_workflow_id FOREIGN KEY (workflow_id) REFERENCES definition(id),
    ADD CONSTRAINT fk_deadline_override_granted_by FOREIGN KEY (granted_by) REFERENCES person(id),
    ADD CONSTRAINT fk_deadline_override_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisation(id),
    ADD CONSTRAINT fk_deadline_override_programme_id FOREIGN KEY (programme_id) REFERENCES programme(id)`,
    `
  ALTER TABLE exemption
    ADD CONSTRAINT fk_exemption_case_id FOREIGN KEY (case_id) REFERENCES case_(id),
    ADD CONSTRAINT fk_exemption_granted_by FOREIGN KEY (granted_by) REFERENCES person(id)`,
    `
  ALTER TABLE settlement
    ADD CONSTRAINT fk_settlement_workflow_id FOREIGN KEY (workflow_id) REFERENCES definition(id),
    ADD CONSTRAINT fk_settlement_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisation(id),
    ADD CONSTRAINT fk_settlement_programme_id FOREIGN KEY (programme_id) REFERENCES programme(id)`,
  ];
}

import { Forward } from './forward.ts';

/** What is defined, who reports, who signs in. */
export class DefinitionsAndPeople1711065600002 extends Forward {
  name = 'DefinitionsAndPeople1711065600002';

  statements = [
    `
  CREATE TABLE programme (
    id uuid NOT NULL,
    key text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_programme PRIMARY KEY (id),
    CONSTRAINT uq_programme_key UNIQUE (key)
  )`,
    `
  CREATE TABLE person (
    id uuid NOT NULL,
    account text NOT NULL,
    name text NOT NULL,
    phone text,
    password_hash text,
    password_history text[] NOT NULL DEFAULT '{}',
    password_changed_at timestamptz,
    must_change_password boolean NOT NULL DEFAULT false,
    active boolean NOT NULL DEFAULT true,
    failed_attempts integer NOT NULL DEFAULT 0,
    locked_until timestamptz,
    last_sign_in timestamptz,
    locale text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_person PRIMARY KEY (id),
    CONSTRAINT ck_person_failed_attempts CHECK (failed_attempts >= 0)
  )`,
    `CREATE UNIQUE INDEX uq_person_account ON person (lower(account))`,
    `
  CREATE TABLE definition (
    id uuid NOT NULL,
    programme_id uuid,
    kind text NOT NULL,
    key text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_definition PRIMARY KEY (id),
    CONSTRAINT ck_definition_kind CHECK (kind IN ('Programme', 'Form', 'Workflow', 'Calendar', 'Scenario', 'Demonstration'))
  )`,
    `
  CREATE UNIQUE INDEX uq_definition_programme_kind_key
    ON definition (coalesce(programme_id, '00000000-0000-0000-0000-000000000000'), kind, key)`,
    `
  CREATE TABLE definition_version (
    id uuid NOT NULL,
    definition_id uuid NOT NULL,
    n integer NOT NULL,
    content_hash text NOT NULL,
    source text NOT NULL,
    compiled jsonb,
    lint_report jsonb,
    pins jsonb NOT NULL DEFAULT '{}',
    status text NOT NULL,
    note text,
    published_by uuid,
    published_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_definition_version PRIMARY KEY (id),
    CONSTRAINT ck_definition_version_published_at CHECK ((status = 'draft') = (published_at IS NULL)),
    CONSTRAINT ck_definition_version_status CHECK (status IN ('draft', 'published', 'retired')),
    CONSTRAINT uq_definition_version_definition_id_n UNIQUE (definition_id, n)
  )`,
    `CREATE UNIQUE INDEX uq_definition_version_published ON definition_version (definition_id) WHERE status = 'published'`,
    `
  CREATE TABLE organisation (
    id uuid NOT NULL,
    code text NOT NULL,
    title text NOT NULL,
    level text,
    attributes jsonb NOT NULL DEFAULT '{}',
    parent_id uuid,
    active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_organisation PRIMARY KEY (id),
    CONSTRAINT ck_organisation_code CHECK (code ~ '^[A-Za-z0-9_-]{1,60}$'),
    CONSTRAINT ck_organisation_parent CHECK (parent_id <> id),
    CONSTRAINT uq_organisation_code UNIQUE (code)
  )`,
    `CREATE INDEX ix_organisation_parent_id ON organisation (parent_id)`,
    `
  CREATE TABLE organisation_kind (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    kind text NOT NULL,
    valid_from date,
    valid_to date,
    CONSTRAINT pk_organisation_kind PRIMARY KEY (id),
    CONSTRAINT ck_organisation_kind_days CHECK (valid_from <= valid_to)
  )`,
    `CREATE INDEX ix_organisation_kind_organisation_id ON organisation_kind (organisation_id)`,
    `
  CREATE TABLE relation (
    organisation_id uuid NOT NULL,
    name text NOT NULL,
    related_id uuid NOT NULL,
    CONSTRAINT pk_relation PRIMARY KEY (organisation_id, name, related_id),
    CONSTRAINT ck_relation_itself CHECK (organisation_id <> related_id)
  )`,
    `CREATE INDEX ix_relation_related_id ON relation (related_id)`,
    `
  CREATE TABLE membership (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    programme_id uuid,
    organisation_id uuid,
    role text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_membership PRIMARY KEY (id)
  )`,
    `CREATE INDEX ix_membership_organisation_id ON membership (organisation_id)`,
    `CREATE INDEX ix_membership_person_id ON membership (person_id)`,
    `
  CREATE UNIQUE INDEX uq_membership ON membership (person_id, role,
    coalesce(programme_id, '00000000-0000-0000-0000-000000000000'),
    coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'))`,
    `
  CREATE TABLE session (
    id uuid NOT NULL,
    token_hash text NOT NULL,
    person_id uuid NOT NULL,
    csrf text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    used_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    address text,
    agent text,
    CONSTRAINT pk_session PRIMARY KEY (id),
    CONSTRAINT uq_session_token_hash UNIQUE (token_hash)
  )`,
    `CREATE INDEX ix_session_person_id ON session (person_id)`,
    `
  CREATE TABLE sign_in_attempt (
    id uuid NOT NULL,
    account text NOT NULL,
    address text,
    succeeded boolean NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_sign_in_attempt PRIMARY KEY (id)
  )`,
    `CREATE INDEX ix_sign_in_attempt_address_at ON sign_in_attempt (address, at)`,
    `CREATE INDEX ix_sign_in_attempt_account_at ON sign_in_attempt (account, at)`,
    `
  CREATE TABLE setting (
    key text NOT NULL,
    value jsonb NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_setting PRIMARY KEY (key)
  )`,
    `
  ALTER TABLE definition
    ADD CONSTRAINT fk_definition_programme_id FOREIGN KEY (programme_id) REFERENCES programme(id)`,
    `
  ALTER TABLE definition_version
    ADD CONSTRAINT fk_definition_version_definition_id FOREIGN KEY (definition_id) REFERENCES definition(id),
    ADD CONSTRAINT fk_definition_version_published_by FOREIGN KEY (published_by) REFERENCES person(id)`,
    `
  ALTER TABLE organisation
    ADD CONSTRAINT fk_organisation_parent_id FOREIGN KEY (parent_id) REFERENCES organisation(id)`,
    `
  ALTER TABLE organisation_kind
    ADD CONSTRAINT fk_organisation_kind_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE CASCADE`,
    `
  ALTER TABLE relation
    ADD CONSTRAINT fk_relation_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE CASCADE,
    ADD CONSTRAINT fk_relation_related_id FOREIGN KEY (related_id) REFERENCES organisation(id) ON DELETE CASCADE`,
    `
  ALTER TABLE membership
    ADD CONSTRAINT fk_membership_person_id FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
    ADD CONSTRAINT fk_membership_programme_id FOREIGN KEY (programme_id) REFERENCES programme(id),
    ADD CONSTRAINT fk_membership_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisation(id)`,
    `
  ALTER TABLE session
    ADD CONSTRAINT fk_session_person_id FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE`,
  ];
}

import { Forward } from './forward.ts';

const VISIBLE = `programme_id = ANY ((SELECT formflow_ids('formflow.programmes'))::uuid[])
    OR coalesce(organisation_id, programme_id) = ANY ((SELECT formflow_ids('formflow.organisations'))::uuid[])`;

/** Running cases follow a publication one by one: what is to be done with each, and what it was before. */
export class Following1711065600025 extends Forward {
  name = 'Following1711065600025';

  statements = [
    `
  CREATE TABLE migration_plan (
    id uuid NOT NULL,
    publication_id uuid NOT NULL,
    workflow_id uuid NOT NULL,
    to_version_id uuid NOT NULL,
    dates text NOT NULL,
    source text,
    undoes uuid,
    status text NOT NULL DEFAULT 'applying',
    round integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_migration_plan PRIMARY KEY (id),
    CONSTRAINT uq_migration_plan_publication_id_workflow_id UNIQUE (publication_id, workflow_id),
    CONSTRAINT ck_migration_plan_dates CHECK (dates IN ('move', 'keep')),
    CONSTRAINT ck_migration_plan_status CHECK (status IN ('applying', 'paused')),
    CONSTRAINT fk_migration_plan_workflow_id FOREIGN KEY (workflow_id) REFERENCES definition (id),
    CONSTRAINT fk_migration_plan_to_version_id FOREIGN KEY (to_version_id) REFERENCES definition_version (id)
  )`,
    `
  CREATE TABLE migration_item (
    plan_id uuid NOT NULL,
    case_id uuid NOT NULL,
    chunk integer NOT NULL,
    lock_version integer NOT NULL,
    from_version_id uuid NOT NULL,
    from_state text NOT NULL,
    status text NOT NULL DEFAULT 'pending',
    to_state text,
    moved_since boolean NOT NULL DEFAULT false,
    problem jsonb,
    before jsonb,
    lock_after integer,
    finished_at timestamptz,
    programme_id uuid NOT NULL,
    organisation_id uuid,
    CONSTRAINT pk_migration_item PRIMARY KEY (plan_id, case_id),
    CONSTRAINT ck_migration_item_status CHECK (status IN ('pending', 'done', 'failed', 'left')),
    CONSTRAINT ck_migration_item_finished CHECK ((status = 'pending') = (finished_at IS NULL)),
    CONSTRAINT fk_migration_item_plan_id FOREIGN KEY (plan_id) REFERENCES migration_plan (id)
  )`,
    `CREATE INDEX ix_migration_item_case_id ON migration_item (case_id)`,
    `CREATE INDEX ix_migration_item_plan_id_chunk ON migration_item (plan_id, chunk) WHERE status = 'pending'`,
    `GRANT SELECT, INSERT, UPDATE ON migration_plan, migration_item TO formflow_app`,
    `ALTER TABLE migration_item ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE migration_item FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY migration_item_visible ON migration_item USING (${VISIBLE})`,
  ];
}

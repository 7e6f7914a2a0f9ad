import { Forward } from './forward.ts';

/**
 * Definitions as they are being edited, at most one draft each. A programme may consist of drafts alone: `made_by` is who
 * began it, and so may go on with it before it says itself who may do what in it.
 */
export class DefinitionDrafts1711065600020 extends Forward {
  name = 'DefinitionDrafts1711065600020';

  statements = [
    `
  CREATE TABLE definition_draft (
    id uuid NOT NULL,
    programme_id uuid,
    kind text NOT NULL,
    key text NOT NULL,
    base integer,
    rev integer NOT NULL,
    source text NOT NULL,
    begun_by uuid,
    begun_at timestamptz NOT NULL,
    saved_by uuid,
    saved_at timestamptz NOT NULL,
    CONSTRAINT pk_definition_draft PRIMARY KEY (id),
    CONSTRAINT ck_definition_draft_rev CHECK (rev >= 1),
    CONSTRAINT fk_definition_draft_programme_id FOREIGN KEY (programme_id) REFERENCES programme (id),
    CONSTRAINT fk_definition_draft_begun_by FOREIGN KEY (begun_by) REFERENCES person (id),
    CONSTRAINT fk_definition_draft_saved_by FOREIGN KEY (saved_by) REFERENCES person (id)
  )`,
    `
  CREATE UNIQUE INDEX uq_definition_draft_programme_kind_key
    ON definition_draft (coalesce(programme_id, '00000000-0000-0000-0000-000000000000'), kind, key)`,
    `ALTER TABLE programme
       ADD COLUMN made_by uuid,
       ADD CONSTRAINT fk_programme_made_by FOREIGN KEY (made_by) REFERENCES person (id)`,
    `CREATE INDEX ix_programme_made_by ON programme (made_by)`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON definition_draft TO formflow_app`,
  ];
}

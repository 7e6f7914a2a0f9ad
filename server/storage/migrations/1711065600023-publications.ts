import { Forward } from './forward.ts';

/** What was published together: who proposed it, who confirmed it, what it said then, and what stood before it. */
export class Publications1711065600023 extends Forward {
  name = 'Publications1711065600023';

  statements = [
    `
  CREATE TABLE publication (
    id uuid NOT NULL,
    programme_id uuid NOT NULL,
    status text NOT NULL,
    class text NOT NULL,
    note text,
    dates text NOT NULL,
    plans jsonb NOT NULL DEFAULT '[]',
    changes jsonb NOT NULL,
    undoes uuid,
    proposed_by uuid,
    proposed_at timestamptz NOT NULL DEFAULT now(),
    confirmed_by uuid,
    published_at timestamptz,
    withdrawn_by uuid,
    CONSTRAINT pk_publication PRIMARY KEY (id),
    CONSTRAINT ck_publication_class CHECK (class IN ('A', 'B', 'C', 'D', 'E')),
    CONSTRAINT ck_publication_confirmed CHECK (confirmed_by <> proposed_by),
    CONSTRAINT ck_publication_dates CHECK (dates IN ('move', 'keep')),
    CONSTRAINT ck_publication_published_at CHECK ((status = 'published') = (published_at IS NOT NULL)),
    CONSTRAINT ck_publication_status CHECK (status IN ('waiting', 'withdrawn', 'published')),
    CONSTRAINT fk_publication_programme_id FOREIGN KEY (programme_id) REFERENCES programme (id),
    CONSTRAINT fk_publication_undoes FOREIGN KEY (undoes) REFERENCES publication (id),
    CONSTRAINT fk_publication_proposed_by FOREIGN KEY (proposed_by) REFERENCES person (id),
    CONSTRAINT fk_publication_confirmed_by FOREIGN KEY (confirmed_by) REFERENCES person (id),
    CONSTRAINT fk_publication_withdrawn_by FOREIGN KEY (withdrawn_by) REFERENCES person (id)
  )`,
    `CREATE INDEX ix_publication_programme_id_proposed_at ON publication (programme_id, proposed_at)`,
    `CREATE UNIQUE INDEX uq_publication_undoes ON publication (undoes) WHERE status = 'published'`,
    `
  CREATE TABLE publication_definition (
    publication_id uuid NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    source text NOT NULL,
    rev integer,
    before_id uuid,
    version_id uuid,
    CONSTRAINT pk_publication_definition PRIMARY KEY (publication_id, kind, key),
    CONSTRAINT fk_publication_definition_publication_id FOREIGN KEY (publication_id) REFERENCES publication (id),
    CONSTRAINT fk_publication_definition_before_id FOREIGN KEY (before_id) REFERENCES definition_version (id),
    CONSTRAINT fk_publication_definition_version_id FOREIGN KEY (version_id) REFERENCES definition_version (id)
  )`,
    `CREATE INDEX ix_publication_definition_version_id ON publication_definition (version_id)`,
    `GRANT SELECT, INSERT, UPDATE ON publication, publication_definition TO formflow_app`,
  ];
}

import { Injectable } from '@nestjs/common';
import type { ChangeClass, ChangeView, PlanText } from '../../contract/wire/publication.ts';
import type { EditedKind } from '../../contract/wire/design.ts';
import { Database, type Sql } from '../../storage/database.ts';

/** A definition of a publication. `isLater`: it was published again since. */
interface StoredPart {
  kind: EditedKind;
  key: string;
  source: string;
  rev: number | null;
  /** The version that stood before, with its text and whether it still stands; nulls where there was none. */
  beforeId: string | null;
  beforeSource: string | null;
  standsId: string | null;
  versionId: string | null;
  n: number | null;
}

export interface StoredPublication {
  id: string;
  status: 'waiting' | 'withdrawn' | 'published';
  class: ChangeClass;
  note: string | null;
  dates: 'move' | 'keep';
  plans: PlanText[];
  changes: ChangeView[];
  undoes: string | null;
  undoneBy: string | null;
  proposedById: string | null;
  proposedBy: string | null;
  proposedAt: Date;
  confirmedBy: string | null;
  publishedAt: Date | null;
  parts: StoredPart[];
}

export interface NewPublication {
  id: string;
  programmeId: string;
  class: ChangeClass;
  note: string | null;
  dates: 'move' | 'keep';
  plans: readonly PlanText[];
  changes: readonly ChangeView[];
  undoes: string | null;
  proposedBy: string | null;
  parts: readonly Pick<StoredPart, 'kind' | 'key' | 'source' | 'rev' | 'beforeId'>[];
}

/** More than these are not listed. */
const MOST_LISTED = 200;

const PARTS = `
  (SELECT json_agg(json_build_object(
            'kind', pd.kind, 'key', pd.key, 'source', pd.source, 'rev', pd.rev, 'beforeId', pd.before_id,
            'beforeSource', b.source, 'versionId', pd.version_id, 'n', v.n,
            'standsId', (SELECT s.id FROM definition d JOIN definition_version s ON s.definition_id = d.id AND s.status = 'published'
                          WHERE d.kind = pd.kind AND d.key = pd.key
                            AND d.programme_id IS NOT DISTINCT FROM CASE WHEN pd.kind = 'Calendar' THEN NULL ELSE p.programme_id END))
          ORDER BY pd.kind, pd.key)
     FROM publication_definition pd
     LEFT JOIN definition_version b ON b.id = pd.before_id
     LEFT JOIN definition_version v ON v.id = pd.version_id
    WHERE pd.publication_id = p.id)`;

const SELECT = `
  SELECT p.id, p.status, p.class, p.note, p.dates, p.plans, p.changes, p.undoes, p.proposed_by AS "proposedById",
         a.name AS "proposedBy", p.proposed_at AS "proposedAt", c.name AS "confirmedBy", p.published_at AS "publishedAt",
         (SELECT u.id FROM publication u WHERE u.undoes = p.id AND u.status = 'published') AS "undoneBy",
         coalesce(${PARTS}, '[]') AS parts
    FROM publication p
    LEFT JOIN person a ON a.id = p.proposed_by
    LEFT JOIN person c ON c.id = p.confirmed_by`;

const INSERT_PARTS = `
  INSERT INTO publication_definition (publication_id, kind, key, source, rev, before_id)
  SELECT $1::uuid, kind, key, source, rev, "beforeId"
    FROM json_to_recordset($2) AS g(kind text, key text, source text, rev int, "beforeId" uuid)`;

/** What was published together, and what waits for a second person. */
@Injectable()
export class PublicationsRepository {
  constructor(private readonly database: Database) {}

  /** The roles of a programme that somebody holds. */
  async rolesHeld(programmeId: string): Promise<string[]> {
    const rows = await this.database.query<{ role: string }>(
      'SELECT DISTINCT role FROM membership WHERE programme_id = $1',
      [programmeId],
    );
    return rows.map(({ role }) => role);
  }

  /** Of one programme, the newest first. */
  all(programmeId: string): Promise<StoredPublication[]> {
    return this.database.query<StoredPublication>(
      `${SELECT} WHERE p.programme_id = $1 ORDER BY p.proposed_at DESC, p.id DESC LIMIT ${MOST_LISTED}`,
      [programmeId],
    );
  }

  async find(programmeId: string, id: string, sql: Sql = this.database): Promise<StoredPublication | undefined> {
    const [row] = await sql.query<StoredPublication>(`${SELECT} WHERE p.programme_id = $1 AND p.id = $2`, [
      programmeId,
      id,
    ]);
    return row;
  }

  /** Begins as `waiting`; `publish` follows in the same transaction where nobody else has to look. */
  async insert(sql: Sql, publication: NewPublication): Promise<void> {
    const { id, programmeId, note, dates, plans, changes, undoes, proposedBy, parts } = publication;
    await sql.query(
      `INSERT INTO publication (id, programme_id, status, class, note, dates, plans, changes, undoes, proposed_by)
       VALUES ($1, $2, 'waiting', $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        programmeId,
        publication.class,
        note,
        dates,
        JSON.stringify(plans),
        JSON.stringify(changes),
        undoes,
        proposedBy,
      ],
    );
    await sql.query(INSERT_PARTS, [id, JSON.stringify(parts)]);
  }

  /** Ends the waiting. Answers whether it was waiting. */
  async publish(
    sql: Sql,
    id: string,
    {
      confirmedBy,
      versions,
    }: { confirmedBy: string | null; versions: readonly { kind: string; key: string; id: string }[] },
  ): Promise<boolean> {
    const ended = await sql.query(
      `UPDATE publication SET status = 'published', published_at = now(), confirmed_by = $2
        WHERE id = $1 AND status = 'waiting' RETURNING id`,
      [id, confirmedBy],
    );
    await sql.query(
      `UPDATE publication_definition pd SET version_id = g.id
         FROM json_to_recordset($2) AS g(kind text, key text, id uuid)
        WHERE pd.publication_id = $1 AND pd.kind = g.kind AND pd.key = g.key`,
      [id, JSON.stringify(versions)],
    );
    return ended.length > 0;
  }

  async withdraw(sql: Sql, id: string, person: string): Promise<boolean> {
    const ended = await sql.query(
      `UPDATE publication SET status = 'withdrawn', withdrawn_by = $2 WHERE id = $1 AND status = 'waiting' RETURNING id`,
      [id, person],
    );
    return ended.length > 0;
  }
}

import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { DefinitionKind, DefinitionName } from '../../contract/key.ts';
import { Database, type Sql } from '../../storage/database.ts';

/** A definition as it is being edited. `base` is the number of the version that it was begun from. */
export interface StoredDraft extends DefinitionName {
  base: number | null;
  rev: number;
  source: string;
  savedAt: Date;
  savedBy: string | null;
}

/** A text to keep as the draft of a definition, for somebody who last saw revision `rev` (0: none). */
export interface DraftToKeep {
  programmeId: string | null;
  kind: DefinitionKind;
  key: string;
  base: number | null;
  rev: number;
  source: string;
  person: string;
}

export type DraftName = Pick<DraftToKeep, 'programmeId' | 'kind' | 'key'>;

const DRAFT = `
  SELECT p.key AS programme, d.kind, d.key, d.base, d.rev, d.source, d.saved_at AS "savedAt", b.name AS "savedBy"
    FROM definition_draft d
    LEFT JOIN programme p ON p.id = d.programme_id
    LEFT JOIN person b ON b.id = d.saved_by`;

const OF = `programme_id IS NOT DISTINCT FROM $1::uuid AND kind = $2 AND key = $3`;

const SAVE = `
  INSERT INTO definition_draft AS d
         (programme_id, kind, key, base, source, id, begun_by, saved_by, rev, begun_at, saved_at)
  SELECT $1::uuid, $2, $3, $5::int, $6, $7::uuid, $8::uuid, $8::uuid, 1, now(), now()
   WHERE $4::int = 0 OR EXISTS (SELECT FROM definition_draft WHERE ${OF})
  ON CONFLICT (coalesce(programme_id, '00000000-0000-0000-0000-000000000000'), kind, key) DO UPDATE
     SET rev = d.rev + 1, base = excluded.base, source = excluded.source, saved_by = excluded.saved_by,
         saved_at = excluded.saved_at
   WHERE d.rev = $4
  RETURNING d.rev, d.saved_at AS "savedAt"`;

/** Drafts of definitions. Whoever writes says which revision was seen; another one is left as it is. */
@Injectable()
export class DefinitionDraftsRepository {
  constructor(private readonly database: Database) {}

  /** Every draft of a programme, by its id, and of every calendar. */
  all(programmeId: string, sql: Sql = this.database): Promise<StoredDraft[]> {
    return sql.query<StoredDraft>(
      `${DRAFT} WHERE d.programme_id = $1 OR d.programme_id IS NULL ORDER BY d.kind, d.key`,
      [programmeId],
    );
  }

  /** Every draft of the installation. */
  everywhere(): Promise<StoredDraft[]> {
    return this.database.query<StoredDraft>(`${DRAFT} ORDER BY p.key NULLS FIRST, d.kind, d.key`);
  }

  async find({ programme, kind, key }: DefinitionName): Promise<StoredDraft | undefined> {
    const [row] = await this.database.query<StoredDraft>(
      `${DRAFT} WHERE p.key IS NOT DISTINCT FROM $1 AND d.kind = $2 AND d.key = $3`,
      [programme, kind, key],
    );
    return row;
  }

  async count(programmeId: string | null): Promise<number> {
    const [row] = await this.database.query<{ drafts: number }>(
      `SELECT count(*)::int AS drafts FROM definition_draft WHERE programme_id IS NOT DISTINCT FROM $1::uuid`,
      [programmeId],
    );
    return row?.drafts ?? 0;
  }

  /** Undefined where somebody else saved or discarded it meanwhile. */
  async save(draft: DraftToKeep, sql: Sql = this.database): Promise<{ rev: number; savedAt: Date } | undefined> {
    const { programmeId, kind, key, rev, base, source, person } = draft;
    const values = [programmeId, kind, key, rev, base, source, newId(), person];
    const [row] = await sql.query<{ rev: number; savedAt: Date }>(SAVE, values);
    return row;
  }

  /** Whether it was there in this revision. */
  async remove({ programmeId, kind, key }: DraftName, rev: number, sql: Sql = this.database): Promise<boolean> {
    const rows = await sql.query(`DELETE FROM definition_draft WHERE ${OF} AND rev = $4 RETURNING id`, [
      programmeId,
      kind,
      key,
      rev,
    ]);
    return rows.length > 0;
  }

  /** The same by the programme's key. */
  async removeByName({ programme, kind, key }: DefinitionName, rev: number): Promise<void> {
    await this.database.query(
      `DELETE FROM definition_draft WHERE kind = $2 AND key = $3 AND rev = $4
          AND programme_id IS NOT DISTINCT FROM (SELECT id FROM programme WHERE key = $1)`,
      [programme, kind, key, rev],
    );
  }
}

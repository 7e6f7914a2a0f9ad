import { Injectable } from '@nestjs/common';
import type { DefinitionKind, DefinitionName } from '../../contract/key.ts';
import { nameText } from '../../registry/source.ts';
import { Database, type Sql } from '../../storage/database.ts';

/**
 * Which versions of other definitions a version was published with, by their kind. A workflow with a `Template` was made by
 * binding that one in a programme's `uses`: nobody wrote its text, and every publication makes it anew.
 */
export type Pins = Partial<Record<'Programme' | 'Form' | 'Calendar' | 'Template', string>>;

/** A version of a definition without its text. */
export interface VersionFacts {
  id: string;
  definitionId: string;
  programmeId: string | null;
  /** The programme's key. */
  programme: string | null;
  kind: DefinitionKind;
  key: string;
  n: number;
  contentHash: string;
  pins: Pins;
  status: 'draft' | 'published' | 'retired';
  publishedAt: Date | null;
  publishedBy: string | null;
  note: string | null;
}

export interface StoredVersion extends VersionFacts {
  source: string;
}

/** What is to be published, with all ids made beforehand. */
export interface NewVersion {
  id: string;
  definitionId: string;
  n: number;
  contentHash: string;
  source: string;
  pins: Pins;
  note: string | null;
  publishedBy: string | null;
}

const FACTS = `
  SELECT v.id, v.definition_id AS "definitionId", d.programme_id AS "programmeId", p.key AS programme, d.kind, d.key, v.n,
         v.content_hash AS "contentHash", v.pins, v.status, v.published_at AS "publishedAt", v.note, b.name AS "publishedBy"`;

const FROM = `
    FROM definition_version v
    JOIN definition d ON d.id = v.definition_id
    LEFT JOIN programme p ON p.id = d.programme_id
    LEFT JOIN person b ON b.id = v.published_by`;

const ORDER = `ORDER BY p.key NULLS FIRST, d.kind, d.key`;

/** Definitions and their versions. A version that was published is never written again but for its status. */
@Injectable()
export class DefinitionsRepository {
  constructor(private readonly database: Database) {}

  /** Some versions with their texts; those that do not exist are left out. */
  versions(ids: readonly string[]): Promise<StoredVersion[]> {
    return this.database.query<StoredVersion>(`${FACTS}, v.source ${FROM} WHERE v.id = ANY ($1::uuid[])`, [ids]);
  }

  /** What is published now, without texts. */
  published(sql: Sql = this.database): Promise<VersionFacts[]> {
    return sql.query<VersionFacts>(`${FACTS} ${FROM} WHERE v.status = 'published' ${ORDER}`);
  }

  /** What is published now, with texts. */
  publishedTexts(sql: Sql = this.database): Promise<StoredVersion[]> {
    return sql.query<StoredVersion>(`${FACTS}, v.source ${FROM} WHERE v.status = 'published' ${ORDER}`);
  }

  /** The ids of the workflows' versions that are published now: of one programme (by id), or of all. */
  async publishedWorkflows(programmeId?: string): Promise<string[]> {
    const rows = await this.database.prepared<{ id: string }>(
      'published-workflows',
      `SELECT v.id FROM definition_version v JOIN definition d ON d.id = v.definition_id
        WHERE v.status = 'published' AND d.kind = 'Workflow' AND ($1::uuid IS NULL OR d.programme_id = $1) ORDER BY d.key`,
      [programmeId ?? null],
    );
    return rows.map(({ id }) => id);
  }

  /** The ids of the versions of the same definition before this one, the newest first. */
  async versionsBefore(id: string): Promise<string[]> {
    const rows = await this.database.prepared<{ id: string }>(
      'versions-before',
      `SELECT b.id FROM definition_version v JOIN definition_version b ON b.definition_id = v.definition_id AND b.n < v.n
        WHERE v.id = $1 ORDER BY b.n DESC`,
      [id],
    );
    return rows.map((row) => row.id);
  }

  /** Two who publish at the same time do so one after the other. */
  async lock(sql: Sql): Promise<void> {
    await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('definitions', 0))`);
  }

  /** The id under which a programme is kept, published or not. */
  async programmeId(key: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>('SELECT id FROM programme WHERE key = $1', [key]);
    return row?.id;
  }

  /** The ids of programmes by key, made where they are missing. */
  async ensureProgrammes(sql: Sql, programmes: readonly { id: string; key: string }[]): Promise<Map<string, string>> {
    const rows = JSON.stringify(programmes);
    await sql.query(
      `INSERT INTO programme (id, key) SELECT id, key FROM json_to_recordset($1) AS g(id uuid, key text) ON CONFLICT (key) DO NOTHING`,
      [rows],
    );
    const found = await sql.query<{ id: string; key: string }>(
      `SELECT p.id, p.key FROM programme p JOIN json_to_recordset($1) AS g(key text) ON g.key = p.key`,
      [rows],
    );
    return new Map(found.map(({ key, id }) => [key, id]));
  }

  async insertDefinitions(
    sql: Sql,
    definitions: readonly { id: string; programmeId: string | null; kind: DefinitionKind; key: string }[],
  ): Promise<void> {
    await sql.query(
      `INSERT INTO definition (id, programme_id, kind, key)
       SELECT id, "programmeId", kind, key FROM json_to_recordset($1) AS g(id uuid, "programmeId" uuid, kind text, key text)`,
      [JSON.stringify(definitions)],
    );
  }

  /** The ids of definitions that are there, published or not, by `nameText`. */
  async idsOf(sql: Sql, names: readonly DefinitionName[]): Promise<Map<string, string>> {
    const rows = await sql.query<DefinitionName & { id: string }>(
      `SELECT d.id, p.key AS programme, d.kind, d.key
         FROM json_to_recordset($1) AS g(programme text, kind text, key text)
         JOIN definition d ON d.kind = g.kind AND d.key = g.key
         LEFT JOIN programme p ON p.id = d.programme_id
        WHERE p.key IS NOT DISTINCT FROM g.programme`,
      [JSON.stringify(names)],
    );
    return new Map(rows.map((row) => [nameText(row), row.id]));
  }

  /** The greatest number of a version of each definition, drafts and retired ones included. */
  async lastNumbers(sql: Sql, definitions: readonly string[]): Promise<Map<string, number>> {
    const rows = await sql.query<{ id: string; n: number }>(
      `SELECT definition_id AS id, max(n) AS n FROM definition_version WHERE definition_id = ANY ($1::uuid[]) GROUP BY 1`,
      [definitions],
    );
    return new Map(rows.map(({ id, n }) => [id, n]));
  }

  /** Retires versions that nothing takes the place of. */
  async retire(sql: Sql, ids: readonly string[]): Promise<void> {
    await sql.query(`UPDATE definition_version SET status = 'retired' WHERE id = ANY ($1::uuid[])`, [ids]);
  }

  /** Publishes versions; those that stood before them are retired in the same breath. */
  async insertVersions(sql: Sql, versions: readonly NewVersion[]): Promise<void> {
    await sql.query(
      `UPDATE definition_version SET status = 'retired' WHERE status = 'published' AND definition_id = ANY ($1::uuid[])`,
      [versions.map(({ definitionId }) => definitionId)],
    );
    await sql.query(
      `INSERT INTO definition_version (id, definition_id, n, content_hash, source, pins, status, note, published_by, published_at)
       SELECT id, "definitionId", n, "contentHash", source, pins, 'published', note, "publishedBy", now()
         FROM json_to_recordset($1) AS g(id uuid, "definitionId" uuid, n int, "contentHash" text, source text, pins jsonb,
                                         note text, "publishedBy" uuid)`,
      [JSON.stringify(versions)],
    );
  }
}

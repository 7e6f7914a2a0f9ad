import { Injectable } from '@nestjs/common';
import type { DefinitionKind, DefinitionName } from '../../contract/key.ts';
import { Database, type Sql } from '../../storage/database.ts';

/** A programme by its key, whether anything of it is published or not. */
export interface KnownProgramme {
  id: string;
  key: string;
  madeBy: string | null;
}

/** A version with its text, as editors look back at it. */
export interface EditedVersion {
  id: string;
  programme: string | null;
  kind: DefinitionKind;
  key: string;
  n: number;
  status: 'published' | 'retired';
  contentHash: string;
  publishedAt: Date;
  publishedBy: string | null;
  note: string | null;
  source: string;
}

const VERSION = `
  SELECT v.id, p.key AS programme, d.kind, d.key, v.n, v.status, v.content_hash AS "contentHash",
         v.published_at AS "publishedAt", b.name AS "publishedBy", v.note, v.source
    FROM definition d
    JOIN definition_version v ON v.definition_id = d.id AND v.status <> 'draft'
    LEFT JOIN programme p ON p.id = d.programme_id
    LEFT JOIN person b ON b.id = v.published_by`;

/** An organisation that can be played in a trial. */
export interface Player {
  code: string;
  title: string;
  kinds: string[];
}

/** How many organisations a trial offers. */
const MOST_PLAYERS = 500;

const PLAYERS = `
  SELECT o.code, o.title, array_agg(DISTINCT k.kind ORDER BY k.kind) AS kinds
    FROM organisation o JOIN organisation_kind k ON k.organisation_id = o.id AND k.kind = ANY ($1)
   WHERE o.active GROUP BY o.code, o.title ORDER BY o.title, o.code LIMIT ${String(MOST_PLAYERS)}`;

/** What is published of programmes, as far as editing asks; nothing is written here. */
@Injectable()
export class DesignsRepository {
  constructor(private readonly database: Database) {}

  async programme(key: string, sql: Sql = this.database): Promise<KnownProgramme | undefined> {
    const [row] = await sql.query<KnownProgramme>(`SELECT id, key, made_by AS "madeBy" FROM programme WHERE key = $1`, [
      key,
    ]);
    return row;
  }

  /** What is published now of a programme, by its id, and every published calendar; not what bindings made of others. */
  published(programmeId: string): Promise<EditedVersion[]> {
    return this.database.query<EditedVersion>(
      `${VERSION} WHERE v.status = 'published' AND (d.programme_id = $1 OR d.programme_id IS NULL)
         AND v.pins->>'Template' IS NULL ORDER BY d.kind, d.key`,
      [programmeId],
    );
  }

  /** Every version of one definition, the newest first. */
  versions({ programme, kind, key }: DefinitionName): Promise<EditedVersion[]> {
    return this.database.query<EditedVersion>(
      `${VERSION} WHERE p.key IS NOT DISTINCT FROM $1 AND d.kind = $2 AND d.key = $3 ORDER BY v.n DESC`,
      [programme, kind, key],
    );
  }

  /** Active organisations of some of these kinds. */
  players(kinds: readonly string[]): Promise<Player[]> {
    return this.database.query<Player>(PLAYERS, [kinds]);
  }
}

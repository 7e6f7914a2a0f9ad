import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { DefinitionKind } from '../../contract/key.ts';
import { Database, type Sql } from '../../storage/database.ts';

/** A programme whose definitions are worked on, with the texts from which its title is read. */
export interface WorkedOn {
  key: string;
  published: string | null;
  draft: string | null;
  drafts: number;
}

/** A role that somebody holds. */
export interface HeldRole {
  role: string;
  organisation: string | null;
}

const WORKED_ON = `
  SELECT p.key, count(d.id)::int AS drafts,
         (SELECT v.source FROM definition f JOIN definition_version v ON v.definition_id = f.id AND v.status = 'published'
           WHERE f.programme_id = p.id AND f.kind = 'Programme') AS published,
         max(d.source) FILTER (WHERE d.kind = 'Programme') AS draft
    FROM programme p
    LEFT JOIN definition_draft d ON d.programme_id = p.id
   WHERE $1::text[] IS NULL OR p.key = ANY ($1)
   GROUP BY p.id ORDER BY p.key`;

const IS_EMPTY = `
  SELECT NOT EXISTS (SELECT FROM definition WHERE programme_id = $1)
     AND NOT EXISTS (SELECT FROM definition_draft WHERE programme_id = $1) AS "isEmpty"`;

/** Programmes that are begun in the browser. */
@Injectable()
export class ProgrammesRepository {
  constructor(private readonly database: Database) {}

  /** Those of these keys (null: all) of which anything is there. */
  async workedOn(keys: readonly string[] | null): Promise<WorkedOn[]> {
    const rows = await this.database.query<WorkedOn>(WORKED_ON, [keys]);
    return rows.filter(({ published, drafts }) => published !== null || drafts > 0);
  }

  /** Takes a key for a programme; undefined where another programme has it. One of which nothing is left gives its key away. */
  async begin(sql: Sql, key: string, person: string): Promise<string | undefined> {
    const made = await sql.query<{ id: string }>(
      `INSERT INTO programme (id, key, made_by) VALUES ($1, $2, $3) ON CONFLICT (key) DO NOTHING RETURNING id`,
      [newId(), key, person],
    );
    if (made[0] !== undefined) return made[0].id;
    const [stands] = await sql.query<{ id: string }>(`SELECT id FROM programme WHERE key = $1 FOR UPDATE`, [key]);
    const [found] = await sql.query<{ isEmpty: boolean }>(IS_EMPTY, [stands?.id]);
    if (stands === undefined || found?.isEmpty !== true) return undefined;
    await sql.query(`DELETE FROM membership WHERE programme_id = $1`, [stands.id]);
    await sql.query(`UPDATE programme SET made_by = $2 WHERE id = $1`, [stands.id, person]);
    return stands.id;
  }

  /** Gives roles that begin to count when the programme is published. */
  async grant(sql: Sql, given: { person: string; programme: string; roles: readonly HeldRole[] }): Promise<void> {
    for (const { role, organisation } of given.roles)
      await sql.query(
        `INSERT INTO membership (id, person_id, programme_id, organisation_id, role) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING`,
        [newId(), given.person, given.programme, organisation, role],
      );
  }

  async insertDrafts(
    sql: Sql,
    given: {
      programme: string;
      person: string;
      drafts: readonly { kind: DefinitionKind; key: string; source: string }[];
    },
  ): Promise<void> {
    const rows = given.drafts.map((draft) => ({ ...draft, id: newId() }));
    await sql.query(
      `INSERT INTO definition_draft (id, programme_id, kind, key, base, rev, source, begun_by, begun_at, saved_by, saved_at)
       SELECT id, $2, kind, key, NULL, 1, source, $3, now(), $3, now()
         FROM json_to_recordset($1) AS g(id uuid, kind text, key text, source text)`,
      [JSON.stringify(rows), given.programme, given.person],
    );
  }
}

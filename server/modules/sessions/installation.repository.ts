import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { DefinitionOf } from '../../registry/definition.ts';
import { parse } from '../../registry/parse.ts';
import { Database, type Sql } from '../../storage/database.ts';

export interface DemonstrationPerson {
  id: string;
  account: string;
  name: string;
  organisation: string;
}

const read = (key: string, source: string): DefinitionOf['Demonstration'] | undefined =>
  parse({ name: { programme: null, kind: 'Demonstration', key }, file: `${key}.yaml`, text: source }).value;

/** What the installation remembers of its own beginning. */
@Injectable()
export class InstallationRepository {
  constructor(private readonly database: Database) {}

  async hasPeople(sql: Sql = this.database): Promise<boolean> {
    const [row] = await sql.query<{ any: boolean }>(`SELECT EXISTS (SELECT FROM person) AS any`);
    return row?.any === true;
  }

  /** How many steps of a demonstration have been played; null where there are none, or none left. */
  async loading(): Promise<{ done: number; of: number } | null> {
    const [row] = await this.database.query<{ done: number; of: number }>(
      `SELECT (value->>'done')::int AS done, (value->>'of')::int AS of FROM setting WHERE key = 'demonstration'`,
    );
    return row === undefined || row.done >= row.of ? null : row;
  }

  /** Published demonstrations, as their definitions say. */
  async demonstrations(): Promise<DefinitionOf['Demonstration'][]> {
    const rows = await this.database.query<{ key: string; source: string }>(
      `SELECT d.key, v.source FROM definition d JOIN definition_version v ON v.definition_id = d.id
        WHERE d.kind = 'Demonstration' AND v.status = 'published' ORDER BY d.key`,
    );
    return rows.flatMap(({ key, source }) => read(key, source) ?? []);
  }

  /** The people of some accounts who may sign in, with the title of their first organisation. */
  async people(accounts: readonly string[]): Promise<DemonstrationPerson[]> {
    return this.database.query<DemonstrationPerson>(
      `SELECT p.id, p.account, p.name, coalesce((SELECT o.title FROM membership m JOIN organisation o ON o.id = m.organisation_id
                                           WHERE m.person_id = p.id ORDER BY m.created_at, m.id LIMIT 1), '') AS organisation
         FROM person p WHERE p.active AND p.account = ANY ($1::text[])`,
      [accounts],
    );
  }

  /** Remembers the hash of the one link that makes the first administrator; an older link is worth nothing from now on. */
  async offerSetUp(tokenHash: string): Promise<void> {
    await this.database.query(
      `INSERT INTO setting (key, value, updated_at) VALUES ('set-up', jsonb_build_object('hash', $1::text), now())
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
      [tokenHash],
    );
  }

  /** Takes the offer back; answers whether this token's offer stood. Two at once: one of them gets it. */
  async takeSetUp(sql: Sql, tokenHash: string): Promise<boolean> {
    const taken = await sql.query(`DELETE FROM setting WHERE key = 'set-up' AND value->>'hash' = $1 RETURNING key`, [
      tokenHash,
    ]);
    return taken.length === 1;
  }

  /** Makes the first person, holding a role of the installation. Answers the person's id. */
  async insertAdministrator(
    sql: Sql,
    given: { account: string; name: string; hash: string; role: string },
  ): Promise<string> {
    const id = newId();
    await sql.query(
      `INSERT INTO person (id, account, name, password_hash, password_changed_at) VALUES ($1, $2, $3, $4, now())`,
      [id, given.account, given.name, given.hash],
    );
    await sql.query(`INSERT INTO membership (id, person_id, role) VALUES ($1, $2, $3)`, [newId(), id, given.role]);
    return id;
  }
}

import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { Page } from '../../contract/wire/page.ts';
import type { PersonQuery } from '../../contract/wire/person.ts';
import { Database, type Sql } from '../../storage/database.ts';
import { containing } from '../../storage/search-text.ts';
import { ADMINISTRATOR } from '../sessions/built-in-roles.ts';

export interface StoredMembership {
  id: string;
  programme: string | null;
  role: string;
  organisation: { id: string; code: string; title: string } | null;
}

export interface StoredPerson {
  id: string;
  account: string;
  name: string;
  phone: string | null;
  active: boolean;
  mustChangePassword: boolean;
  lastSignIn: Date | null;
  memberships: StoredMembership[];
}

/** What somebody wants a membership to be, by the programme's key and the organisation's id. */
export interface WantedMembership {
  programme: string | null;
  role: string;
  organisation: string | null;
}

/** Programmes whose people may be seen, by key; null for all of the installation. */
export type Scope = readonly string[] | null;

const VIEW = `
  SELECT p.id, p.account, p.name, p.phone, p.active, p.must_change_password AS "mustChangePassword",
         p.last_sign_in AS "lastSignIn",
         coalesce((SELECT json_agg(json_build_object('id', m.id, 'programme', pr.key, 'role', m.role, 'organisation',
                             CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'code', o.code, 'title', o.title) END)
                                   ORDER BY m.created_at, m.id)
                     FROM membership m LEFT JOIN programme pr ON pr.id = m.programme_id
                     LEFT JOIN organisation o ON o.id = m.organisation_id
                    WHERE m.person_id = p.id), '[]') AS memberships
    FROM person p`;

/** People of the scope's programmes, and accounts that belong nowhere yet. */
const IN_SCOPE = `
  ($1::text[] IS NULL OR NOT EXISTS (SELECT FROM membership m WHERE m.person_id = p.id)
   OR EXISTS (SELECT FROM membership m JOIN programme pr ON pr.id = m.programme_id
               WHERE m.person_id = p.id AND pr.key = ANY ($1)))`;

const FILTER = `
   WHERE ${IN_SCOPE}
     AND ($2::text IS NULL OR p.name ILIKE $2 OR p.account ILIKE $2 OR EXISTS (
           SELECT FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = p.id AND o.title ILIKE $2))
     AND ($3::boolean IS NULL OR p.active = $3)
     AND (($4::uuid IS NULL AND $5::text IS NULL AND $6::text IS NULL) OR EXISTS (
           SELECT FROM membership m LEFT JOIN programme pr ON pr.id = m.programme_id
            WHERE m.person_id = p.id AND ($4::uuid IS NULL OR m.organisation_id = $4)
              AND ($5::text IS NULL OR pr.key = $5) AND ($6::text IS NULL OR m.role = $6)))`;

/** People with their memberships. Never deleted: the history names them. */
@Injectable()
export class PeopleRepository {
  constructor(private readonly database: Database) {}

  async page(
    scope: Scope,
    { q, active, organisation, programme, role, page, size }: PersonQuery,
  ): Promise<Page<StoredPerson>> {
    const isActive = active === undefined ? null : active === 'yes';
    const filter = [scope, containing(q), isActive, organisation ?? null, programme ?? null, role ?? null];
    const rows = await this.database.query<StoredPerson>(
      `${VIEW} ${FILTER} ORDER BY p.name, p.account LIMIT $7 OFFSET $8`,
      [...filter, size, (page - 1) * size],
    );
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM person p ${FILTER}`,
      filter,
    );
    return { rows, total: count?.total ?? 0, page, size };
  }

  async byId(scope: Scope, id: string, sql: Sql = this.database): Promise<StoredPerson | undefined> {
    const [row] = await sql.query<StoredPerson>(`${VIEW} WHERE ${IN_SCOPE} AND p.id = $2`, [scope, id]);
    return row;
  }

  /** Active organisations among some ids. */
  async activeOrganisations(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM organisation WHERE active AND id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Changes of accounts and roles come one after the other, so that two cannot remove the last administrator together. */
  async lock(sql: Sql): Promise<void> {
    await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('people', 0))`);
  }

  /** How many people can administer the installation. */
  async administrators(sql: Sql): Promise<number> {
    const [row] = await sql.query<{ n: number }>(
      `SELECT count(DISTINCT p.id)::int AS n FROM person p JOIN membership m ON m.person_id = p.id
        WHERE p.active AND m.programme_id IS NULL AND m.role = $1`,
      [ADMINISTRATOR],
    );
    return row?.n ?? 0;
  }

  async insert(
    sql: Sql,
    { account, name, phone, active }: Pick<StoredPerson, 'account' | 'name' | 'phone' | 'active'>,
  ): Promise<string> {
    const id = newId();
    await sql.query(`INSERT INTO person (id, account, name, phone, active) VALUES ($1, $2, $3, $4, $5)`, [
      id,
      account,
      name,
      phone,
      active,
    ]);
    return id;
  }

  async update(
    sql: Sql,
    { id, account, name, phone, active }: Omit<StoredPerson, 'memberships' | 'lastSignIn' | 'mustChangePassword'>,
  ): Promise<void> {
    await sql.query(
      `UPDATE person SET account = $2, name = $3, phone = $4, active = $5, updated_at = now() WHERE id = $1`,
      [id, account, name, phone, active],
    );
  }

  async removeMemberships(sql: Sql, ids: readonly string[]): Promise<void> {
    await sql.query(`DELETE FROM membership WHERE id = ANY ($1::uuid[])`, [ids]);
  }

  async addMemberships(sql: Sql, person: string, wanted: readonly WantedMembership[]): Promise<void> {
    const rows = wanted.map((membership) => ({ id: newId(), ...membership }));
    await sql.query(
      `INSERT INTO membership (id, person_id, programme_id, organisation_id, role)
       SELECT g.id, $1, pr.id, g.organisation, g.role
         FROM json_to_recordset($2) AS g(id uuid, programme text, role text, organisation uuid)
         LEFT JOIN programme pr ON pr.key = g.programme
        WHERE g.programme IS NULL OR pr.id IS NOT NULL`,
      [person, JSON.stringify(rows)],
    );
  }
}

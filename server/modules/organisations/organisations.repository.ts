import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { OrganisationQuery, OrganisationView } from '../../contract/wire/organisation.ts';
import type { Page } from '../../contract/wire/page.ts';
import { Database, type Sql } from '../../storage/database.ts';
import { containing } from '../../storage/search-text.ts';

/** An organisation as it is stored: everything of its view but who works there and what its superior is called. */
export type StoredOrganisation = Omit<OrganisationView, 'people' | 'parentTitle'>;

const VIEW = `
  SELECT o.id, o.code, o.title, o.level, o.parent_id AS parent,
         (SELECT above.title FROM organisation above WHERE above.id = o.parent_id) AS "parentTitle", o.attributes, o.active,
         coalesce((SELECT json_agg(json_build_object('kind', k.kind, 'from', k.valid_from, 'to', k.valid_to)
                                   ORDER BY k.valid_from NULLS FIRST, k.kind)
                     FROM organisation_kind k WHERE k.organisation_id = o.id), '[]') AS kinds,
         coalesce((SELECT json_object_agg(r.name, r.ids)
                     FROM (SELECT name, json_agg(related_id ORDER BY related_id) AS ids FROM relation
                            WHERE organisation_id = o.id GROUP BY name) r), '{}') AS relations,
         (SELECT count(DISTINCT m.person_id)::int FROM membership m JOIN person p ON p.id = m.person_id
           WHERE m.organisation_id = o.id AND p.active) AS people
    FROM organisation o`;

const FILTER = `
   WHERE ($1::text IS NULL OR o.title ILIKE $1 OR o.code ILIKE $1)
     AND ($2::text IS NULL OR EXISTS (SELECT FROM organisation_kind k WHERE k.organisation_id = o.id AND k.kind = $2))
     AND ($3::boolean IS NULL OR o.active = $3)`;

/** The organisation of the parent's line to which a parent would close a ring, if any. */
const RING = `
  WITH RECURSIVE up AS (
    SELECT id, parent_id FROM organisation WHERE id = $2
    UNION
    SELECT o.id, o.parent_id FROM up JOIN organisation o ON o.id = up.parent_id)
  SELECT 1 FROM up WHERE id = $1`;

/** Organisations with their kinds and relations. */
@Injectable()
export class OrganisationsRepository {
  constructor(private readonly database: Database) {}

  async page({ q, kind, active, page, size }: OrganisationQuery): Promise<Page<OrganisationView>> {
    const filter = [containing(q), kind ?? null, active === undefined ? null : active === 'yes'];
    const rows = await this.database.query<OrganisationView>(
      `${VIEW} ${FILTER} ORDER BY o.title, o.code LIMIT $4 OFFSET $5`,
      [...filter, size, (page - 1) * size],
    );
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM organisation o ${FILTER}`,
      filter,
    );
    return { rows, total: count?.total ?? 0, page, size };
  }

  async byId(id: string, sql: Sql = this.database): Promise<OrganisationView | undefined> {
    const [row] = await sql.query<OrganisationView>(`${VIEW} WHERE o.id = $1`, [id]);
    return row;
  }

  async all(sql: Sql = this.database): Promise<OrganisationView[]> {
    return sql.query<OrganisationView>(`${VIEW} ORDER BY o.code`);
  }

  /** Those of some ids that exist. */
  async existing(sql: Sql, ids: readonly string[]): Promise<Set<string>> {
    const rows = await sql.query<{ id: string }>(`SELECT id FROM organisation WHERE id = ANY ($1::uuid[])`, [ids]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Whether an organisation would stand above itself if it got this parent. */
  async wouldCloseRing(sql: Sql, id: string, parent: string): Promise<boolean> {
    return (await sql.query(RING, [id, parent])).length > 0;
  }

  /** Two who change the tree of organisations at the same time do so one after the other. */
  async lock(sql: Sql): Promise<void> {
    await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('organisations', 0))`);
  }

  /** Writes organisations as given, new and known ones; parents may be among them, in any order. */
  async save(sql: Sql, organisations: readonly StoredOrganisation[]): Promise<void> {
    const rows = JSON.stringify(organisations);
    await sql.query(
      `INSERT INTO organisation (id, code, title, level, attributes, active)
       SELECT id, code, title, level, attributes, active FROM json_to_recordset($1)
           AS g(id uuid, code text, title text, level text, attributes jsonb, active boolean)
       ON CONFLICT (id) DO UPDATE SET title = excluded.title, level = excluded.level, attributes = excluded.attributes,
          active = excluded.active, updated_at = now()`,
      [rows],
    );
    await sql.query(
      `UPDATE organisation o SET parent_id = g.parent FROM json_to_recordset($1) AS g(id uuid, parent uuid)
        WHERE o.id = g.id AND o.parent_id IS DISTINCT FROM g.parent`,
      [rows],
    );
    await this.saveKinds(sql, organisations);
    await this.saveRelations(sql, organisations);
  }

  private async saveKinds(sql: Sql, organisations: readonly StoredOrganisation[]): Promise<void> {
    const kinds = organisations.flatMap(({ id, kinds }) =>
      kinds.map((tag) => ({ id: newId(), organisation: id, ...tag })),
    );
    await sql.query(`DELETE FROM organisation_kind WHERE organisation_id = ANY ($1::uuid[])`, [
      organisations.map(({ id }) => id),
    ]);
    await sql.query(
      `INSERT INTO organisation_kind (id, organisation_id, kind, valid_from, valid_to)
       SELECT id, organisation, kind, "from", "to" FROM json_to_recordset($1)
           AS g(id uuid, organisation uuid, kind text, "from" date, "to" date)`,
      [JSON.stringify(kinds)],
    );
  }

  private async saveRelations(sql: Sql, organisations: readonly StoredOrganisation[]): Promise<void> {
    const relations = organisations.flatMap(({ id, relations }) =>
      Object.entries(relations).flatMap(([name, related]) =>
        related.map((other) => ({ organisation: id, name, related: other })),
      ),
    );
    await sql.query(`DELETE FROM relation WHERE organisation_id = ANY ($1::uuid[])`, [
      organisations.map(({ id }) => id),
    ]);
    await sql.query(
      `INSERT INTO relation (organisation_id, name, related_id)
       SELECT DISTINCT organisation, name, related FROM json_to_recordset($1) AS g(organisation uuid, name text, related uuid)`,
      [JSON.stringify(relations)],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { ElectionStatus } from '../../contract/wire/ballot.ts';
import { Database, type Sql } from '../../storage/database.ts';

export interface VoteOfPerson {
  election: string;
  title: string;
  status: ElectionStatus;
  opensAt: Date;
  closesAt: Date;
  drawn: boolean;
}

/** What stands beside a person on the roll. */
interface RollEntry {
  drawn: boolean;
  held: string | null;
}

/** Who may vote with an account, and the codes that wait for them, as rows. */
@Injectable()
export class RollRepository {
  constructor(private readonly database: Database) {}

  /** People who may sign in and hold a role of the election's programme, one of these where any are named. */
  async eligible(sql: Sql, election: string, roles: readonly string[] | null): Promise<string[]> {
    const rows = await sql.query<{ id: string }>(
      `SELECT DISTINCT p.id FROM vote_election e
         JOIN membership m ON m.programme_id = e.programme_id AND ($2::text[] IS NULL OR m.role = ANY($2))
         JOIN person p ON p.id = m.person_id AND p.active
        WHERE e.id = $1 ORDER BY p.id`,
      [election, roles],
    );
    return rows.map(({ id }) => id);
  }

  /** Puts another roll and another pool in the place of those before, with the commitments of the codes taken away. */
  async replace(
    sql: Sql,
    election: string,
    { people, sealed, key }: { people: readonly string[]; sealed: readonly string[]; key: string },
  ): Promise<void> {
    await sql.query('SELECT FROM vote_election WHERE id = $1 FOR UPDATE', [election]);
    for (const table of ['vote_credential', 'vote_pool', 'vote_roll'])
      await sql.query(`DELETE FROM ${table} WHERE election_id = $1`, [election]);
    await sql.query(
      `INSERT INTO vote_roll (election_id, person_id) SELECT $1, id FROM unnest($2::uuid[]) AS id ORDER BY id`,
      [election, people],
    );
    await sql.query(
      `INSERT INTO vote_pool (election_id, sealed) SELECT $1, one FROM unnest($2::text[]) AS one ORDER BY one`,
      [election, sealed],
    );
    await sql.query('UPDATE vote_secret SET pool_key = $2 WHERE election_id = $1', [election, key]);
  }

  /** What stands beside a person, who draws alone until the transaction ends; undefined for whoever is not on the roll. */
  async entry(sql: Sql, election: string, person: string): Promise<RollEntry | undefined> {
    const [entry] = await sql.query<RollEntry>(
      'SELECT drawn, held FROM vote_roll WHERE election_id = $1 AND person_id = $2 FOR UPDATE',
      [election, person],
    );
    return entry;
  }

  /** Takes a code out of the pool; those who draw at once do not wait for each other. */
  async take(sql: Sql, election: string): Promise<{ sealed: string; key: string } | undefined> {
    const [taken] = await sql.query<{ sealed: string; key: string }>(
      `DELETE FROM vote_pool p USING vote_secret s
        WHERE s.election_id = p.election_id AND p.election_id = $1 AND p.sealed = (
              SELECT sealed FROM vote_pool WHERE election_id = $1 ORDER BY sealed LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING p.sealed, s.pool_key AS key`,
      [election],
    );
    return taken;
  }

  async noteDrawn(sql: Sql, election: string, { person, held }: { person: string; held: string }): Promise<void> {
    await sql.query('UPDATE vote_roll SET drawn = true, held = $3 WHERE election_id = $1 AND person_id = $2', [
      election,
      person,
      held,
    ]);
  }

  ofPerson(person: string): Promise<VoteOfPerson[]> {
    return this.database.query<VoteOfPerson>(
      `SELECT e.id AS election, e.title, e.status, e.opens_at AS "opensAt",
              coalesce(e.extended_to, e.closes_at) AS "closesAt", r.drawn
         FROM vote_roll r JOIN vote_election e ON e.id = r.election_id
        WHERE r.person_id = $1 AND e.status IN ('sealed', 'open', 'closed') ORDER BY e.closes_at, e.id`,
      [person],
    );
  }

  /** How many drew a code; null where the election has no roll. */
  async drawn(election: string): Promise<number | null> {
    const [row] = await this.database.query<{ people: number; drawn: number }>(
      `SELECT count(*)::int AS people, count(*) FILTER (WHERE drawn)::int AS drawn FROM vote_roll WHERE election_id = $1`,
      [election],
    );
    return row === undefined || row.people === 0 ? null : row.drawn;
  }
}

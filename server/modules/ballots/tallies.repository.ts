import { Injectable } from '@nestjs/common';
import type { OrderCount } from '../../contract/wire/contest-tally.ts';
import { Database, type Sql } from '../../storage/database.ts';

export interface Tally {
  n: number;
  given: OrderCount;
  result: string;
  at: Date;
  /** Who had it counted. */
  by: string;
}

const TALLY = `
  SELECT t.n, t.given, t.result, t.counted_at AS at, p.name AS by
    FROM vote_tally t JOIN person p ON p.id = t.counted_by WHERE t.election_id = $1`;

/** Counts of elections. They are only added: a recount is another one. */
@Injectable()
export class TalliesRepository {
  constructor(private readonly database: Database) {}

  async last(election: string, sql: Sql = this.database): Promise<Tally | undefined> {
    const [tally] = await sql.query<Tally>(`${TALLY} ORDER BY t.n DESC LIMIT 1`, [election]);
    return tally;
  }

  async all(election: string): Promise<Tally[]> {
    return this.database.query<Tally>(`${TALLY} ORDER BY t.n`, [election]);
  }

  async add(
    sql: Sql,
    election: string,
    { given, result, person }: { given: OrderCount; result: string; person: string },
  ) {
    await sql.query(
      `INSERT INTO vote_tally (election_id, n, given, result, counted_by)
       SELECT $1, coalesce(max(n), 0) + 1, $2, $3, $4 FROM vote_tally WHERE election_id = $1`,
      [election, JSON.stringify(given), result, person],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { DeliveryView } from '../../contract/wire/delivery.ts';
import { Database, type Sql } from '../../storage/database.ts';

export interface Recipient {
  recipient: string;
  batch: string;
}

/** Who is sent a code, as rows. */
@Injectable()
export class DeliveriesRepository {
  constructor(private readonly database: Database) {}

  async add(sql: Sql, election: string, given: { batch: string; recipients: readonly string[] }): Promise<number> {
    const rows = await sql.query(
      `INSERT INTO vote_delivery (election_id, recipient, batch)
       SELECT $1, lower(recipient), $2 FROM unnest($3::text[]) AS recipient ON CONFLICT DO NOTHING RETURNING 1`,
      [election, given.batch, given.recipients],
    );
    return rows.length;
  }

  async view(election: string): Promise<DeliveryView> {
    const batches = await this.database.query<DeliveryView['batches'][number]>(
      `SELECT batch, (count(*) FILTER (WHERE state = 'waiting'))::int AS waiting,
              (count(*) FILTER (WHERE state = 'sent'))::int AS sent,
              (count(*) FILTER (WHERE state = 'refused'))::int AS refused
         FROM vote_delivery WHERE election_id = $1 GROUP BY batch ORDER BY batch`,
      [election],
    );
    const refused = await this.database.query<Recipient>(
      `SELECT recipient, batch FROM vote_delivery WHERE election_id = $1 AND state = 'refused' ORDER BY batch, recipient`,
      [election],
    );
    return { batches, refused };
  }

  /** Whether nobody else sends letters of this election now; held for the rest of the transaction. */
  async take(sql: Sql, election: string): Promise<boolean> {
    const [row] = await sql.query<{ taken: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended('vote-mail:' || $1, 0)) AS taken`,
      [election],
    );
    return row?.taken === true;
  }

  /** Some who wait, in no order that anybody knows. */
  waiting(sql: Sql, election: string, most: number): Promise<Recipient[]> {
    return sql.query<Recipient>(
      `SELECT recipient, batch FROM vote_delivery WHERE election_id = $1 AND state = 'waiting' ORDER BY random() LIMIT $2`,
      [election, most],
    );
  }

  /**
   * Notes who was sent a code. Every row of the election is written anew, so that the age of one does not tell with which
   * commitments it was stored.
   */
  async note(
    sql: Sql,
    election: string,
    { sent, refused }: { sent: readonly string[]; refused: readonly string[] },
  ): Promise<void> {
    await sql.query(
      `UPDATE vote_delivery SET state = CASE WHEN recipient = ANY($2) THEN 'sent'
              WHEN recipient = ANY($3) THEN 'refused' ELSE state END WHERE election_id = $1`,
      [election, sent, refused],
    );
  }

  async drop(sql: Sql, election: string, state: string): Promise<void> {
    await sql.query('DELETE FROM vote_delivery WHERE election_id = $1 AND state = $2', [election, state]);
  }

  async countWaiting(election: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM vote_delivery WHERE election_id = $1 AND state = 'waiting'`,
      [election],
    );
    return row?.count ?? 0;
  }
}

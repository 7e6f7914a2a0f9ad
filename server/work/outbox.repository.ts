import { Injectable } from '@nestjs/common';
import type { OutboxTopic } from '../modules/outbox-topics.ts';
import { Database, type Sql } from '../storage/database.ts';
import { ENTERED, TENANT, enter, tenantValues } from '../storage/tenant.ts';

/** A row of the outbox as its handler gets it. */
export interface OutboxEntry {
  id: string;
  topic: OutboxTopic;
  payload: unknown;
}

/** What a handler writes, on the connection that holds the entry's lock. */
export type Writing = (sql: Sql) => Promise<void>;

const UNSENT = `
  SELECT id FROM outbox WHERE sent_at IS NULL ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`;

const LOST = `
  WITH ${TENANT}
  UPDATE outbox SET sent_at = NULL
   WHERE ${ENTERED} AND done_at IS NULL AND sent_at < now() - $7 * interval '1 second'`;

const OLD = `
  WITH ${TENANT}, outdated AS (
    SELECT id FROM outbox WHERE ${ENTERED} AND done_at < now() - $7 * interval '1 day' LIMIT 10000)
  DELETE FROM outbox o USING outdated WHERE o.id = outdated.id RETURNING o.id`;

/** What was written beside committed changes and waits to be carried out. */
@Injectable()
export class OutboxRepository {
  constructor(private readonly database: Database) {}

  /**
   * Hands the oldest unsent entries over and marks them. Where `hand` throws, or the process dies, they stay unsent;
   * rows that another process is handing over are left to it.
   */
  send(limit: number, hand: (ids: string[]) => Promise<void>): Promise<number> {
    return this.database.transaction(async (sql) => {
      await enter(sql, 'system');
      const ids = (await sql.prepared<{ id: string }>('outbox-unsent', UNSENT, [limit])).map(({ id }) => id);
      if (ids.length === 0) return 0;
      await hand(ids);
      await sql.prepared('outbox-sent', 'UPDATE outbox SET sent_at = now() WHERE id = ANY ($1::uuid[])', [ids]);
      return ids.length;
    });
  }

  /** Whether anything waits to be sent: one statement, because it is asked all the time. */
  async hasUnsent(): Promise<boolean> {
    const [row] = await this.database.prepared<{ any: boolean }>(
      'outbox-any',
      `WITH ${TENANT} SELECT EXISTS (SELECT FROM outbox WHERE ${ENTERED} AND sent_at IS NULL) AS any`,
      tenantValues('system'),
    );
    return row?.any === true;
  }

  /** Undefined where it was carried out before. */
  async find(id: string): Promise<OutboxEntry | undefined> {
    const [entry] = await this.database.prepared<OutboxEntry>(
      'outbox-find',
      `WITH ${TENANT} SELECT id, topic, payload FROM outbox WHERE ${ENTERED} AND id = $7 AND done_at IS NULL`,
      [...tenantValues('system'), id],
    );
    return entry;
  }

  /** Writes and marks the entry as done in one transaction; nothing where somebody else did it meanwhile. */
  async finish(id: string, write: Writing): Promise<void> {
    await this.database.transaction(async (sql) => {
      await enter(sql, 'system');
      const taken = await sql.prepared(
        'outbox-take',
        'SELECT FROM outbox WHERE id = $1 AND done_at IS NULL FOR UPDATE',
        [id],
      );
      if (taken.length === 0) return;
      await write(sql);
      await sql.prepared('outbox-done', 'UPDATE outbox SET done_at = now(), last_error = NULL WHERE id = $1', [id]);
    });
  }

  async noteFailure(id: string, error: string): Promise<void> {
    await this.database.query(
      `WITH ${TENANT} UPDATE outbox SET attempts = attempts + 1, last_error = $8 WHERE ${ENTERED} AND id = $7`,
      [...tenantValues('system'), id, error.slice(0, 1000)],
    );
  }

  /** What was sent so long ago and is not done goes out again: the queue may have lost it, or given up. */
  async resend(olderThanSeconds: number): Promise<void> {
    await this.database.query(LOST, [...tenantValues('system'), olderThanSeconds]);
  }

  /** Removes what was carried out so many days ago, at most 10,000 rows at once. Answers how many. */
  async forget(olderThanDays: number): Promise<number> {
    return (await this.database.query(OLD, [...tenantValues('system'), olderThanDays])).length;
  }
}

import { Injectable } from '@nestjs/common';
import { Pool, type PoolClient } from 'pg';

/** Whatever runs statements: the pool, or one transaction on one connection. */
export interface Sql {
  query<Row = unknown>(statement: string, values?: readonly unknown[]): Promise<Row[]>;
  /** A statement that the server parses and plans once a connection; for what runs at every request. */
  prepared<Row = unknown>(name: string, statement: string, values: readonly unknown[]): Promise<Row[]>;
}

const over = (runner: Pool | PoolClient): Sql => ({
  query: async <Row>(text: string, values: readonly unknown[] = []) =>
    (await runner.query(text, [...values])).rows as Row[],
  prepared: async <Row>(name: string, text: string, values: readonly unknown[]) =>
    (await runner.query({ name, text, values: [...values] })).rows as Row[],
});

/** A connection that is lost between two statements says so at the second; unheard, the event would end the process. */
const tellAtNextStatement = (): void => undefined;

/**
 * Statements on the pool of the running system, without the detour over rows as objects. `transaction` commits when the
 * work resolves and rolls back when it throws; inside it only the given `sql` may be used, never the pool.
 */
@Injectable()
export class Database implements Sql {
  constructor(private readonly pool: Pool) {}

  query<Row = unknown>(statement: string, values: readonly unknown[] = []): Promise<Row[]> {
    return over(this.pool).query<Row>(statement, values);
  }

  prepared<Row = unknown>(name: string, statement: string, values: readonly unknown[]): Promise<Row[]> {
    return over(this.pool).prepared<Row>(name, statement, values);
  }

  async transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    client.on('error', tellAtNextStatement);
    let isBroken = false;
    try {
      await client.query('BEGIN');
      const result = await work(over(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {
        isBroken = true;
      });
      throw error;
    } finally {
      client.off('error', tellAtNextStatement);
      client.release(isBroken);
    }
  }
}

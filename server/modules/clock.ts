import { Injectable } from '@nestjs/common';
import { Database } from '../storage/database.ts';
import { NOW } from '../storage/now.ts';

/** The installation's time: the database's, and in a demonstration the time that it was moved to. */
@Injectable()
export class Clock {
  constructor(private readonly database: Database) {}

  async now(): Promise<Date> {
    const [row] = await this.database.prepared<{ now: Date }>('clock-now', `SELECT ${NOW} AS now`, []);
    if (row === undefined) throw new Error('the database did not tell the time');
    return row.now;
  }

  /** Lets the clock of a demonstration show another time from now on. */
  async set(time: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO setting (key, value, updated_at)
       VALUES ('clock', jsonb_build_object('offset', round(extract(epoch FROM $1::timestamptz - now()) * 1000)), now())
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
      [time],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../storage/database.ts';
import { NOW } from '../storage/now.ts';

/** How far a time is ahead of the real one, as the setting keeps it. */
const OFFSET = `jsonb_build_object('offset', round(extract(epoch FROM $1::timestamptz - now()) * 1000))`;

/** The installation's time: the database's, and in a demonstration the time that it was moved to. */
@Injectable()
export class Clock {
  constructor(private readonly database: Database) {}

  async now(): Promise<Date> {
    const [row] = await this.database.prepared<{ now: Date }>('clock-now', `SELECT ${NOW} AS now`, []);
    if (row === undefined) throw new Error('the database did not tell the time');
    return row.now;
  }

  /** Lets the clock of a demonstration begin at a time. A clock that was set before is left alone. */
  async begin(time: Date): Promise<void> {
    await this.database.query(`INSERT INTO setting (key, value) VALUES ('clock', ${OFFSET}) ON CONFLICT DO NOTHING`, [
      time,
    ]);
  }

  /** Moves the clock of a demonstration on. It never goes back: what is past already changes nothing. */
  async forward(time: Date): Promise<void> {
    await this.database.query(
      `UPDATE setting SET value = ${OFFSET}, updated_at = now()
        WHERE key = 'clock' AND (value->>'offset')::float8 < (${OFFSET}->>'offset')::float8`,
      [time],
    );
  }
}

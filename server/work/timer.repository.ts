import { Injectable } from '@nestjs/common';
import { TIMER_KINDS } from '../engine/effect.ts';
import type { DueTimer } from '../modules/cases/timers.service.ts';
import { Database } from '../storage/database.ts';
import { NOW } from '../storage/now.ts';
import { ENTERED, TENANT, tenantValues } from '../storage/tenant.ts';

/** A timer whose time has come, with the organisation whose case it concerns. */
export interface DueRow extends DueTimer {
  organisationId: string | null;
}

/** What happens at the same instant happens in this order. */
const ORDER = `array_position('{${TIMER_KINDS.join(',')}}'::text[], t.kind)`;

/** What somebody is just writing is left for the next round. */
const DUE = `
  WITH ${TENANT}
  SELECT t.id, t.case_id AS "caseId", t.visit, t.kind, t.key, t.n, t.organisation_id AS "organisationId"
    FROM timer t
   WHERE ${ENTERED} AND t.status = 'pending' AND t.fire_at <= ${NOW} AND t.id <> ALL ($7::uuid[])
   ORDER BY t.fire_at, ${ORDER}, t.id LIMIT $8 FOR UPDATE SKIP LOCKED`;

/** Two processes at once would do everything twice; the lock is the transaction's, so that a dead process holds nothing. */
const FIRING = 5_206_311;

@Injectable()
export class TimerRepository {
  constructor(private readonly database: Database) {}

  /** The oldest due timers, without those of `except`. */
  due(limit: number, except: readonly string[]): Promise<DueRow[]> {
    return this.database.prepared<DueRow>('timer-due', DUE, [...tenantValues('system'), except, limit]);
  }

  /** How many timers are due now. */
  async count(): Promise<number> {
    const [row] = await this.database.query<{ due: number }>(
      `WITH ${TENANT}
       SELECT count(*)::int AS due FROM timer WHERE ${ENTERED} AND status = 'pending' AND fire_at <= ${NOW}`,
      tenantValues('system'),
    );
    return row?.due ?? 0;
  }

  /** When the next timer is to fire, later than `after` and at `until` at the latest. */
  async next(after: Date, until: Date): Promise<Date | undefined> {
    const [row] = await this.database.query<{ at: Date | null }>(
      `WITH ${TENANT}
       SELECT min(fire_at) AS at FROM timer WHERE ${ENTERED} AND status = 'pending' AND fire_at > $7 AND fire_at <= $8`,
      [...tenantValues('system'), after, until],
    );
    return row?.at ?? undefined;
  }

  /** Runs the work while no other process does; answers undefined, without having run it, where one does. */
  alone<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    return this.database.transaction(async (sql) => {
      const [row] = await sql.query<{ taken: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS taken', [FIRING]);
      return row?.taken === true ? work() : undefined;
    });
  }
}

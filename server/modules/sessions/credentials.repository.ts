import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Database, type Sql } from '../../storage/database.ts';
import { LONGEST_WINDOW_MINUTES, TRUST_DAYS, type Failures, waitSeconds } from './sign-in-limits.ts';

/** How long a one-time password waits for its owner. */
const ONE_TIME_DAYS = 14;

/** What is known of an account when somebody proves to be its owner. */
export interface Credentials {
  id: string;
  account: string;
  name: string;
  active: boolean;
  passwordHash: string | null;
  passwordHistory: string[];
  /** A one-time password that waited too long for its owner. */
  isStale: boolean;
}

/** An attempt to prove a password. `accountDigest` stands for what was typed as the account, which is not kept. */
export interface Attempt {
  accountDigest: string;
  network: string;
}

const CREDENTIALS = `SELECT id, account, name, active, password_hash AS "passwordHash", password_history AS "passwordHistory",
  must_change_password AND password_changed_at < now() - interval '${ONE_TIME_DAYS} days' AS "isStale" FROM person`;

const FAILURES = `
  WITH own AS (SELECT max(at) AS last FROM sign_in_attempt WHERE account = $1 AND address = $2 AND succeeded),
  failed AS (SELECT account, address, extract(epoch FROM clock_timestamp() - at)::float8 AS ago FROM sign_in_attempt
              WHERE (account = $1 OR address = $2) AND NOT succeeded
                AND at > now() - interval '${LONGEST_WINDOW_MINUTES} minutes'
                AND (account <> $1 OR address <> $2 OR at > coalesce((SELECT last FROM own), '-infinity')))
  SELECT (SELECT last FROM own) > now() - interval '${TRUST_DAYS} days' AS trusted,
         array(SELECT ago FROM failed WHERE account = $1 AND address = $2 ORDER BY ago LIMIT 100) AS "accountInNetwork",
         array(SELECT ago FROM failed WHERE account = $1 ORDER BY ago LIMIT 1000) AS account,
         array(SELECT ago FROM failed WHERE address = $2 ORDER BY ago LIMIT 1000) AS network`;

const LOCKED = `
  SELECT f.account, array_agg(extract(epoch FROM now() - f.at)::float8 ORDER BY f.at DESC) AS ago
    FROM sign_in_attempt f
   WHERE f.account = ANY ($1::text[]) AND NOT f.succeeded AND f.at > now() - interval '${LONGEST_WINDOW_MINUTES} minutes'
     AND f.at > coalesce((SELECT max(w.at) FROM sign_in_attempt w
                           WHERE w.account = f.account AND w.address = f.address AND w.succeeded), '-infinity')
   GROUP BY f.account, f.address`;

interface FailureRow extends Omit<Failures, 'isTrusted'> {
  trusted: boolean | null;
}

/** Passwords and the attempts at them, as rows. */
@Injectable()
export class CredentialsRepository {
  constructor(private readonly database: Database) {}

  async byAccount(account: string): Promise<Credentials | undefined> {
    const [row] = await this.database.query<Credentials>(`${CREDENTIALS} WHERE lower(account) = lower($1)`, [account]);
    return row;
  }

  async byId(id: string): Promise<Credentials | undefined> {
    const [row] = await this.database.query<Credentials>(`${CREDENTIALS} WHERE id = $1`, [id]);
    return row;
  }

  /**
   * Notes an attempt as failed before the password is looked at, unless `judge` says that it must wait: many attempts
   * at once cannot slip under the limit. Answers the attempt's id, or null where it was not admitted.
   */
  async admit({ accountDigest, network }: Attempt, judge: (failures: Failures) => boolean): Promise<string | null> {
    return this.database.transaction(async (sql) => {
      await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`sign-in:${accountDigest}`]);
      const [row] = await sql.query<FailureRow>(FAILURES, [accountDigest, network]);
      if (row === undefined || !judge({ ...row, isTrusted: row.trusted === true })) return null;
      const id = newId();
      await sql.query(
        `INSERT INTO sign_in_attempt (id, account, address, succeeded, at) VALUES ($1, $2, $3, false, clock_timestamp())`,
        [id, accountDigest, network],
      );
      return id;
    });
  }

  async succeed(attempt: string, person: string): Promise<void> {
    await this.database.query(
      `WITH won AS (UPDATE sign_in_attempt SET succeeded = true WHERE id = $1)
       UPDATE person SET last_sign_in = now() WHERE id = $2`,
      [attempt, person],
    );
  }

  /** Sets a password that its owner chose. Every other session of the person ends. */
  async setPassword(sql: Sql, change: { person: string; hash: string; keep: number }): Promise<void> {
    await sql.query(
      `UPDATE person SET password_hash = $2, password_changed_at = now(), must_change_password = false, updated_at = now(),
              password_history = (array_remove(ARRAY[password_hash], NULL) || password_history)[1:$3]
        WHERE id = $1`,
      [change.person, change.hash, change.keep],
    );
    await this.endSessions(sql, change.person);
  }

  /** Sets a password that only lets its owner set another one. */
  async setOneTimePassword(sql: Sql, { person, hash }: { person: string; hash: string }): Promise<void> {
    await sql.query(
      `UPDATE person SET password_hash = $2, password_changed_at = now(), must_change_password = true, updated_at = now() WHERE id = $1`,
      [person, hash],
    );
    await this.endSessions(sql, person);
  }

  async endSessions(sql: Sql, person: string): Promise<void> {
    await sql.query(`UPDATE session SET revoked_at = now() WHERE person_id = $1 AND revoked_at IS NULL`, [person]);
  }

  /** Opens the lock of an account; that it was locked stands in the record. */
  async forgetFailures(sql: Sql, accountDigest: string): Promise<void> {
    await sql.query(`DELETE FROM sign_in_attempt WHERE account = $1 AND NOT succeeded`, [accountDigest]);
  }

  /** Those of some accounts, by digest, that somebody has to wait for. */
  async locked(accountDigests: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ account: string; ago: number[] }>(LOCKED, [accountDigests]);
    const locked = rows.filter(
      ({ ago }) => waitSeconds({ accountInNetwork: ago, account: [], network: [], isTrusted: true }) > 0,
    );
    return [...new Set(locked.map(({ account }) => account))];
  }
}

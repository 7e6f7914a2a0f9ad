import { createHash } from 'node:crypto';
import type { Sql } from './database.ts';

export interface Attempts {
  /** In the window that runs now, this one among them. */
  n: number;
  /** Seconds to the end of the window. */
  wait: number;
}

const COUNT = `
  INSERT INTO attempt AS a (key, n, until)
  SELECT key, 1, clock_timestamp() + $2 * interval '1 millisecond' FROM unnest($1::text[]) AS key ORDER BY key
  ON CONFLICT (key) DO UPDATE SET
    n = CASE WHEN a.until <= clock_timestamp() THEN 1 ELSE a.n + 1 END,
    until = CASE WHEN a.until <= clock_timestamp() THEN excluded.until ELSE a.until END
  RETURNING key, n, greatest(1, ceil(extract(epoch FROM until - clock_timestamp())))::int AS wait`;

const FORGET = `
  DELETE FROM attempt WHERE key IN (
    SELECT key FROM attempt WHERE until <= clock_timestamp() FOR UPDATE SKIP LOCKED LIMIT 1000)`;

const digestOf = (subject: string): string => createHash('sha256').update(subject).digest('hex').slice(0, 32);

/**
 * Counts one attempt of each subject, over all processes of the system; `window` is in milliseconds and begins with the
 * first. A subject, for example a network, stands as a digest, and goes when its window is over and others come.
 */
export const countAttempts = async (sql: Sql, subjects: readonly string[], window: number): Promise<Attempts[]> => {
  const keys = subjects.map(digestOf);
  const rows = await sql.prepared<Attempts & { key: string }>('attempts', COUNT, [keys, window]);
  if (rows.some(({ n }) => n === 1)) await sql.prepared('attempts-over', FORGET, []);
  return keys.map((key) => rows.find((row) => row.key === key) ?? { n: 1, wait: 1 });
};

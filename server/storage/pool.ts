import { Pool } from 'pg';

/** The role without login that every statement of the running system works as; row-level security holds for it. */
export const APP_ROLE = 'formflow_app';

/** Without these a lost client or a forgotten lock would hold up everybody. Milliseconds. */
const TIMEOUTS = { statement_timeout: 15_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 15_000 };

const startup = (settings: Record<string, string | number>): string =>
  Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');

/**
 * The connections of the running system. It signs in as the owner and works as `formflow_app` from the first statement
 * on. A connection that is lost while nobody uses it is replaced when the next one is wanted.
 */
export const openPool = (url: string, { connections = 16 }: { connections?: number } = {}): Pool => {
  const pool = new Pool({
    connectionString: url,
    application_name: 'formflow',
    max: connections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    options: startup({ role: APP_ROLE, TimeZone: 'UTC', ...TIMEOUTS }),
  });
  pool.on('error', () => undefined);
  return pool;
};

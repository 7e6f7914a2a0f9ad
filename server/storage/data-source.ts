import { DataSource } from 'typeorm';
import { MIGRATIONS } from './migrations.ts';
import { ReadableNames } from './names.ts';
import { ROWS } from './rows.ts';

/** The role without login that every statement of the running system works as; row-level security holds for it. */
export const APP_ROLE = 'formflow_app';

/** Without these a lost client or a forgotten lock would hold up everybody. Milliseconds. */
const TIMEOUTS = { statement_timeout: 15_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 15_000 };

const startup = (settings: Record<string, string | number>): string =>
  Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');

const described = (url: string) =>
  ({
    type: 'postgres',
    url,
    entities: ROWS,
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new ReadableNames(),
    synchronize: false,
    installExtensions: false,
  }) as const;

/** The pool of the running system. It signs in as the owner and works as `formflow_app` from the first statement on. */
export const runtimeDataSource = (url: string, { connections = 16 }: { connections?: number } = {}): DataSource =>
  new DataSource({
    ...described(url),
    applicationName: 'formflow',
    extra: {
      max: connections,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 60_000,
      options: startup({ role: APP_ROLE, TimeZone: 'UTC', ...TIMEOUTS }),
    },
  });

/** The owner of the tables: migrates, and nothing else. */
export const ownerDataSource = (url: string): DataSource =>
  new DataSource({ ...described(url), applicationName: 'formflow-migration', extra: { max: 2 } });

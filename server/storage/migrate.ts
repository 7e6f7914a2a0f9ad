import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { checkServer } from './database-check.ts';
import { MIGRATIONS } from './migrations.ts';

/** Two processes that start together migrate one after the other. */
const MIGRATION_LOCK = 7_061_204;

const underLock = async (dataSource: DataSource, work: () => Promise<unknown>): Promise<void> => {
  const holder = dataSource.createQueryRunner();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await work();
    await holder.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  } finally {
    await holder.release();
  }
};

const NO_SUCH_TABLE = '42P01';

const isPresent = async (client: Client): Promise<boolean> => {
  try {
    const { rows } = await client.query<{ name: string }>('SELECT name FROM migration');
    const done = new Set(rows.map(({ name }) => name));
    return MIGRATIONS.every((Migration) => done.has(new Migration().name));
  } catch (error) {
    if ((error as { code?: string }).code === NO_SUCH_TABLE) return false;
    throw error;
  }
};

/** Refuses a server that cannot hold our data, and looks whether there is anything to migrate. */
const isToBeMigrated = async (ownerUrl: string): Promise<boolean> => {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await checkServer(client);
    return !(await isPresent(client));
  } finally {
    await client.end();
  }
};

/**
 * Brings a database to the present schema; does nothing where it is there, and then the mapper need not even be loaded.
 * `ownerUrl` signs in as the tables' owner.
 */
export const migrate = async (ownerUrl: string): Promise<void> => {
  if (!(await isToBeMigrated(ownerUrl))) return;
  const { ownerDataSource } = await import('./data-source.ts');
  const dataSource = ownerDataSource(ownerUrl);
  await dataSource.initialize();
  try {
    await underLock(dataSource, () => dataSource.runMigrations());
  } finally {
    await dataSource.destroy();
  }
};

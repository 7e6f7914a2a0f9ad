import type { DataSource } from 'typeorm';
import { ownerDataSource } from './data-source.ts';

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

/** Brings a database to the present schema; does nothing where it is there. `ownerUrl` signs in as the tables' owner. */
export const migrate = async (ownerUrl: string): Promise<void> => {
  const dataSource = ownerDataSource(ownerUrl);
  await dataSource.initialize();
  try {
    await underLock(dataSource, () => dataSource.runMigrations());
  } finally {
    await dataSource.destroy();
  }
};

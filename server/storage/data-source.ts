import { DataSource } from 'typeorm';
import { MIGRATIONS } from './migrations.ts';
import { ReadableNames } from './names.ts';
import { ROWS } from './rows.ts';

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

/** The owner of the tables: migrates, and nothing else. */
export const ownerDataSource = (url: string): DataSource =>
  new DataSource({ ...described(url), applicationName: 'formflow-migration', extra: { max: 2 } });

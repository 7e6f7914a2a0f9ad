import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { clusterUrl } from './cluster.ts';

export interface TestDatabase {
  /** Connects as the owner. */
  url: string;
  /** Removes it before the run ends, connections or not. */
  drop: () => Promise<void>;
}

const MIGRATIONS = resolve(import.meta.dirname, '../../server/storage/migrations');

/** Changes with every change of a migration. */
const fingerprint = (): string => {
  const hash = createHash('sha256');
  const files = existsSync(MIGRATIONS) ? readdirSync(MIGRATIONS).sort() : [];
  for (const file of files) hash.update(file).update(readFileSync(join(MIGRATIONS, file)));
  return hash.digest('hex').slice(0, 16);
};

const withName = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;

/** Runs statements beside the databases that they make. */
const asAdministrator = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: withName(await clusterUrl(), 'postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const exists = async (client: pg.Client, name: string): Promise<boolean> =>
  (await client.query('SELECT FROM pg_database WHERE datname = $1', [name])).rowCount === 1;

/** Migrated once a run, whichever test file comes first; gets its name when it is complete. */
const ensureTemplate = async (client: pg.Client): Promise<string> => {
  const template = `template_${fingerprint()}`;
  if (await exists(client, template)) return template;
  await client.query('SELECT pg_advisory_lock(4711)');
  try {
    if (await exists(client, template)) return template;
    const draft = `draft_${randomUUID().replaceAll('-', '')}`;
    await client.query(`CREATE DATABASE ${draft}`);
    const { migrate } = await import('../../server/storage/migrate.ts');
    await migrate(withName(await clusterUrl(), draft));
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
    return template;
  } finally {
    await client.query('SELECT pg_advisory_unlock(4711)');
  }
};

const dropping = (name: string) => (): Promise<void> =>
  asAdministrator(async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });

const make = async (statement: (name: string, client: pg.Client) => Promise<string>): Promise<TestDatabase> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(async (client) => {
    await client.query(await statement(name, client));
  });
  return { url: withName(await clusterUrl(), name), drop: dropping(name) };
};

/** A fresh database with all tables, on a real PostgreSQL with the safe settings of a real installation. */
export const database = (): Promise<TestDatabase> =>
  make(async (name, client) => `CREATE DATABASE ${name} TEMPLATE ${await ensureTemplate(client)}`);

/** A database without any table, for the tests of migrations and of the first start. */
export const emptyDatabase = (): Promise<TestDatabase> => make((name) => Promise.resolve(`CREATE DATABASE ${name}`));

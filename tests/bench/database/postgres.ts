import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../server/storage/embedded-postgres.ts';

export const ROOT = resolve(import.meta.dirname, '../../..');

/** File systems that live in memory: there fsync costs nothing. */
const IN_MEMORY = new Set([0x01021994, 0x858458f6]);

/** A new folder that every user may enter, on a real disk. */
export const folderOnDisk = (): string => {
  const place = [tmpdir(), '/var/tmp', ROOT].find((folder) => !IN_MEMORY.has(statfsSync(folder).type)) ?? ROOT;
  const folder = mkdtempSync(join(place, 'formflow-bench-'));
  chmodSync(folder, 0o755);
  return folder;
};

export interface BenchPostgres {
  /** The address of a database, as the owner of the cluster. */
  urlOf(database: string): string;
  /** Where its data is. */
  place: string;
  /** Statements as the owner, past row-level security. */
  sql(database: string): pg.Pool;
  stop(): Promise<void>;
}

/** The embedded PostgreSQL as the product starts it (fsync on), with room for the connections of all that is compared. */
export const startPostgres = async (): Promise<BenchPostgres> => {
  const folder = folderOnDisk();
  const server = await startEmbeddedPostgres({
    folder: join(folder, 'postgres'),
    temporary: true,
    settings: { max_connections: '300' },
  });
  const pools = new Map<string, pg.Pool>();
  const urlOf = (database: string): string => Object.assign(new URL(server.url), { pathname: `/${database}` }).href;
  const sql = (database: string): pg.Pool => {
    const known = pools.get(database);
    if (known !== undefined) return known;
    const pool = new pg.Pool({ connectionString: urlOf(database), max: 4, idleTimeoutMillis: 500 });
    // A connection that rests may be ended from outside, for a copy of its database.
    pool.on('error', () => undefined);
    pools.set(database, pool);
    return pool;
  };
  return {
    urlOf,
    place: server.place,
    sql,
    stop: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';
import { v7 as newId } from 'uuid';
import { runProduct } from '../load/program.ts';
import { type BenchPostgres, ROOT } from './postgres.ts';

/** Somebody who is signed in and submits for an organisation of her own. */
export interface Submitter {
  organisation: string;
  person: string;
  cookie: string;
  csrf: string;
}

/** A migrated database with the programme of the measurements, its organisations, and people who are signed in. */
export interface Stage {
  database: string;
  url: string;
  sql: pg.Pool;
  submitters: readonly Submitter[];
}

export const DEFINITIONS = join(import.meta.dirname, '../definitions');

const token = (): string => randomBytes(32).toString('base64url');

/** The server makes its tables at the first start. */
const migrate = async (url: string): Promise<void> => {
  const server = await runProduct(url);
  await server.stop();
};

const publish = async (url: string): Promise<void> => {
  const program = 'dist/server/cli/definitions.js';
  await promisify(execFile)(process.execPath, [program, 'apply', DEFINITIONS, '--lang', 'en'], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: url, NODE_OPTIONS: '' },
  });
};

const addOrganisation = async (sql: pg.Pool, code: string): Promise<string> => {
  const id = newId();
  await sql.query('INSERT INTO organisation (id, code, title) VALUES ($1, $2, $2)', [id, code]);
  await sql.query(`INSERT INTO organisation_kind (id, organisation_id, kind) VALUES ($1, $2, 'orchard')`, [
    newId(),
    id,
  ]);
  return id;
};

/** Somebody with a role in the programme of the measurements, signed in. */
export const addPerson = async (
  sql: pg.Pool,
  account: string,
  { role, organisation }: { role: string; organisation: string | null },
): Promise<Submitter> => {
  const [person, cookie, csrf] = [newId(), token(), token()];
  await sql.query('INSERT INTO person (id, account, name) VALUES ($1, $2, $2)', [person, account]);
  await sql.query(
    `INSERT INTO membership (id, person_id, programme_id, organisation_id, role)
     SELECT $1, $2, p.id, $3, $4 FROM programme p WHERE p.key = 'speed'`,
    [newId(), person, organisation, role],
  );
  await sql.query(
    `INSERT INTO session (id, token_hash, csrf, person_id, used_at, expires_at)
     VALUES ($1, $2, $3, $4, now() + interval '1 hour', now() + interval '12 hours')`,
    [newId(), createHash('sha256').update(cookie).digest('hex'), csrf, person],
  );
  return { organisation: organisation ?? '', person, cookie, csrf };
};

/** Sets everything up through the product's own commands, except people, whose passwords would take their time to hash. */
export const setUpStage = async (postgres: BenchPostgres, database: string, clients: number): Promise<Stage> => {
  await postgres.sql('postgres').query(`CREATE DATABASE ${database}`);
  const url = postgres.urlOf(database);
  const sql = postgres.sql(database);
  await migrate(url);
  const organisations: string[] = [];
  for (let n = 0; n < clients; n += 1) organisations.push(await addOrganisation(sql, `orchard-${n}`));
  await publish(url);
  const submitters: Submitter[] = [];
  for (const [n, organisation] of organisations.entries())
    submitters.push(await addPerson(sql, `grower-${n}`, { role: 'grower', organisation }));
  await addPerson(sql, 'adviser', { role: 'adviser', organisation: null });
  return { database, url, sql, submitters };
};

/** The same stage in a second database; nobody may be connected to the first. */
export const copyStage = async (postgres: BenchPostgres, stage: Stage, database: string): Promise<Stage> => {
  const busy = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${stage.database}'`;
  await postgres.sql('postgres').query(busy);
  await postgres.sql('postgres').query(`CREATE DATABASE ${database} TEMPLATE ${stage.database}`);
  return { ...stage, database, url: postgres.urlOf(database), sql: postgres.sql(database) };
};

import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { ownerDataSource } from '../../../server/storage/data-source.ts';
import { openPool } from '../../../server/storage/pool.ts';
import { Database } from '../../../server/storage/database.ts';
import { ENTERED, TENANT, type PersonTenant, tenantValues } from '../../../server/storage/tenant.ts';
import { database, type TestDatabase } from '../../support/database.ts';
import { type Installed, installCases } from '../../support/install-cases.ts';

/** Every table that holds data of an organisation. */
const TABLES = [
  'case_',
  'draft',
  'submission',
  'query',
  'query_remark',
  'event',
  'event_text',
  'task',
  'deadline_override',
  'exemption',
  'settlement',
  'timer',
  'command',
  'attachment',
  'notice',
  'migration_item',
];

describe('row-level security', () => {
  let test: TestDatabase;
  let owner: DataSource;
  let runtime: Pool;
  let db: Database;
  let installed: Installed;

  beforeAll(async () => {
    test = await database();
    owner = await ownerDataSource(test.url).initialize();
    runtime = openPool(test.url, { connections: 2 });
    db = new Database(runtime);
    installed = await installCases(owner);
  });

  afterAll(async () => {
    await runtime.end();
    await owner.destroy();
    await test.drop();
  });

  const nobody: PersonTenant = { person: uuid(), programmes: [], participates: [], organisations: [], near: [] };
  const visible = async (table: string, tenant: PersonTenant | 'system'): Promise<{ organisation: string | null }[]> =>
    db.query(
      `WITH ${TENANT} SELECT organisation_id AS organisation FROM ${table} WHERE ${ENTERED}`,
      tenantValues(tenant),
    );

  it('lets the running system work as a role that cannot pass it', async () => {
    const [role] = await db.query<{ name: string; passes: boolean }>(
      `SELECT rolname AS name, rolsuper OR rolbypassrls OR rolcanlogin AS passes FROM pg_roles WHERE rolname = current_user`,
    );
    expect(role).toEqual({ name: 'formflow_app', passes: false });
  });

  it.each(TABLES)('stands before every row of %s, and is forced on the owner too', async (table) => {
    const [facts] = await db.query<{ on: boolean; forced: boolean }>(
      `SELECT relrowsecurity AS on, relforcerowsecurity AS forced FROM pg_class WHERE oid = $1::regclass`,
      [table],
    );
    expect(facts).toEqual({ on: true, forced: true });
  });

  it.each(TABLES)('shows rows of %s to their own organisation only', async (table) => {
    const { mine, other, person } = installed;
    expect(await db.query(`SELECT FROM ${table}`)).toHaveLength(0);
    const own = await visible(table, { ...nobody, person, organisations: [mine] });
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ organisation }) => organisation === mine)).toBe(true);
    const all = await visible(table, 'system');
    expect(all.some(({ organisation }) => organisation === other)).toBe(true);
  });

  it('shows a programme as a whole to whoever reads it as a whole', async () => {
    const seen = await visible('case_', { ...nobody, programmes: [installed.programme] });
    expect(new Set(seen.map(({ organisation }) => organisation))).toEqual(
      new Set([installed.mine, installed.other, null]),
    );
  });

  it('shows a case of the programme itself to everybody who takes part, and to nobody else', async () => {
    const { programme } = installed;
    expect(await visible('case_', { ...nobody, participates: [programme] })).toEqual([{ organisation: null }]);
    expect(await visible('case_', { ...nobody, participates: [uuid()] })).toEqual([]);
  });

  it('reaches organisations under, beside and related to one where the person does', async () => {
    const { parent, mine } = installed;
    const seen = await visible('case_', { ...nobody, near: [parent] });
    expect(seen).toEqual([{ organisation: mine }]);
  });

  it('forgets for whom a statement worked as soon as it ends', async () => {
    await visible('case_', 'system');
    for (let n = 0; n < 4; n += 1) expect(await db.query('SELECT FROM case_')).toHaveLength(0);
  });

  it('lets nobody write a row for an organisation out of reach', async () => {
    const { mine, other, programme, otherCase } = installed;
    const insert = db.query(
      `WITH ${TENANT} INSERT INTO event_text (case_id, seq, programme_id, organisation_id, salt, comment)
       SELECT $7, 99, $8, $9, '', '' WHERE ${ENTERED}`,
      [...tenantValues({ ...nobody, organisations: [mine] }), otherCase, programme, other],
    );
    await expect(insert).rejects.toThrow(/row-level security/);
    const moved = await db.query(
      `WITH ${TENANT} UPDATE case_ SET state = 'stolen' WHERE ${ENTERED} AND id = $7 RETURNING id`,
      [...tenantValues({ ...nobody, organisations: [mine] }), otherCase],
    );
    expect(moved).toEqual([]);
  });

  it.each(['event', 'submission', 'audit'])(
    'keeps the running system from changing or deleting an %s',
    async (table) => {
      const column = table === 'submission' ? 'zero = true' : `type = 'x'`;
      await expect(db.query(`UPDATE ${table} SET ${column}`)).rejects.toThrow(/permission denied/);
      await expect(db.query(`DELETE FROM ${table}`)).rejects.toThrow(/permission denied/);
      await expect(db.query(`TRUNCATE ${table}`)).rejects.toThrow(/permission denied/);
    },
  );

  it('keeps the owner from it too, unless triggers are switched off', async () => {
    await expect(owner.query(`UPDATE event SET type = 'x'`)).rejects.toThrow(/insert-only/);
    await expect(owner.query('TRUNCATE audit')).rejects.toThrow(/insert-only/);
  });

  it('hides what waits to be sent from everybody but the system', async () => {
    await db.query(`INSERT INTO outbox (id, topic, dedup_key, payload) VALUES ($1, 'notice', 'key', '{}')`, [uuid()]);
    expect(await db.query('SELECT FROM outbox')).toHaveLength(0);
    expect(await db.query(`WITH ${TENANT} SELECT FROM outbox WHERE ${ENTERED}`, tenantValues('system'))).toHaveLength(
      1,
    );
  });
});

describe('the settings of a statement', () => {
  let test: TestDatabase;
  let owner: DataSource;
  let runtime: Pool;
  let db: Database;

  beforeAll(async () => {
    test = await database();
    owner = await ownerDataSource(test.url).initialize();
    runtime = openPool(test.url, { connections: 1 });
    db = new Database(runtime);
  });

  afterAll(async () => {
    await runtime.end();
    await owner.destroy();
    await test.drop();
  });

  beforeEach(() => db.query(`SET plan_cache_mode = auto`));

  /** Whatever plan is chosen, the settings must be made before the first row is looked at. */
  it.each([
    ['a table without statistics', ''],
    ['a sequential scan', 'SET enable_indexscan = off; SET enable_bitmapscan = off'],
    ['a hash join', 'SET enable_nestloop = off; SET enable_mergejoin = off'],
    ['a merge join', 'SET enable_nestloop = off; SET enable_hashjoin = off'],
    ['a generic plan', 'SET plan_cache_mode = force_generic_plan'],
  ])('are made before the first row is read, with %s', async (_, settings) => {
    const { mine, mineCase } = await installCases(owner);
    const tenant = { person: uuid(), programmes: [], participates: [], organisations: [mine], near: [] };
    for (const setting of settings.split(';').filter((text) => text.trim() !== '')) await db.query(setting);
    const values = [...tenantValues(tenant), mineCase];
    const written = await db.prepared(
      `write-${settings.length}`,
      `WITH ${TENANT}, moved AS (
         UPDATE case_ c SET visit = n.visit FROM json_to_record('{"visit": 7}') AS n(visit int)
          WHERE ${ENTERED} AND c.id = $7 RETURNING c.id, c.visit)
       SELECT id, visit FROM moved`,
      values,
    );
    expect(written).toEqual([{ id: mineCase, visit: 7 }]);
    const read = await db.prepared(
      `read-${settings.length}`,
      `WITH ${TENANT}
       SELECT c.id, s.n FROM case_ c LEFT JOIN submission s ON s.case_id = c.id WHERE ${ENTERED} AND c.id = $7`,
      values,
    );
    expect(read).toEqual([{ id: mineCase, n: 1 }]);
    for (const name of ['indexscan', 'bitmapscan', 'nestloop', 'mergejoin', 'hashjoin'])
      await db.query(`SET enable_${name} = on`);
  });
});

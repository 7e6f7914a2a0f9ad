import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  type DatabaseFacts,
  checkDatabase,
  checkServer,
  databaseFacts,
  unfitServer,
  unsafeDurability,
  unsafeRole,
} from '../../server/storage/database-check.ts';
import { emptyDatabase } from '../support/database.ts';

const good: DatabaseFacts = {
  versionNumber: 150_006,
  version: '15.6',
  encoding: 'UTF8',
  fsync: 'on',
  fullPageWrites: 'on',
  synchronousCommit: 'on',
  isReadOnly: false,
  role: 'clerk',
  isSuperuser: false,
  bypassesRowSecurity: false,
};

describe('the checks of a database before the system serves', () => {
  it.each([
    ['fsync', { ...good, fsync: 'off' }, /fsync is off/],
    ['full_page_writes', { ...good, fullPageWrites: 'off' }, /full_page_writes is off/],
    ['synchronous_commit', { ...good, synchronousCommit: 'off' }, /synchronous_commit is off/],
  ])('refuse %s = off', (_, facts, words) => {
    expect(unsafeDurability(facts).map(({ en }) => en)).toEqual([expect.stringMatching(words)]);
  });

  it.each(['on', 'local', 'remote_write', 'remote_apply'])('accept synchronous_commit = %s', (synchronousCommit) => {
    expect(unsafeDurability({ ...good, synchronousCommit })).toEqual([]);
  });

  it.each([
    ['PostgreSQL 13', { ...good, versionNumber: 130_014, version: '13.14' }, /PostgreSQL 13\.14; 14 or newer/],
    ['an encoding other than UTF8', { ...good, encoding: 'SQL_ASCII' }, /SQL_ASCII; UTF8 is needed/],
    ['a read-only database', { ...good, isReadOnly: true }, /read-only/],
  ])('refuse %s', (_, facts, words) => {
    expect(unfitServer(facts).map(({ en }) => en)).toEqual([expect.stringMatching(words)]);
  });

  it('accept PostgreSQL 14.0', () => {
    expect(unfitServer({ ...good, versionNumber: 140_000, version: '14.0' })).toEqual([]);
  });

  it.each([
    ['a superuser', { ...good, isSuperuser: true }],
    ['a role with BYPASSRLS', { ...good, bypassesRowSecurity: true }],
  ])('refuse %s at run time', (_, facts) => {
    expect(unsafeRole(facts)).toEqual([
      expect.objectContaining({ en: expect.stringMatching(/clerk passes row-level/) }),
    ]);
  });
});

describe('on a real PostgreSQL', () => {
  const pools: pg.Pool[] = [];
  let url = '';
  const open = (options = ''): pg.Pool => {
    const pool = new pg.Pool({ connectionString: url, options, max: 1 });
    pools.push(pool);
    return pool;
  };
  beforeAll(async () => {
    ({ url } = await emptyDatabase());
    await open().query('CREATE ROLE check_plain NOLOGIN; CREATE ROLE check_bypass NOLOGIN BYPASSRLS');
  });
  afterAll(async () => {
    await open().query('DROP ROLE check_plain; DROP ROLE check_bypass');
    await Promise.all(pools.map((pool) => pool.end()));
  });

  it('reads the facts as the role that the connection works as', async () => {
    const facts = await databaseFacts(open('-c role=check_plain'));
    expect(facts).toMatchObject({
      role: 'check_plain',
      encoding: 'UTF8',
      fsync: 'on',
      isSuperuser: false,
      isReadOnly: false,
    });
    expect(facts.versionNumber).toBeGreaterThanOrEqual(140_000);
  });

  it('serves as a role without rights of its own', async () => {
    await expect(checkDatabase(open('-c role=check_plain'))).resolves.toBeUndefined();
  });

  it('does not serve as the superuser, who may still migrate', async () => {
    await expect(checkDatabase(open())).rejects.toThrow(/passes row-level security/);
    await expect(checkServer(open())).resolves.toBeUndefined();
  });

  it('does not serve as a role that bypasses row-level security', async () => {
    await expect(checkDatabase(open('-c role=check_bypass'))).rejects.toThrow(/check_bypass passes row-level security/);
  });

  it('does not serve where commits are not waited for', async () => {
    const careless = open('-c role=check_plain -c synchronous_commit=off');
    await expect(checkDatabase(careless)).rejects.toThrow(/synchronous_commit is off/);
  });
});

import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { ownerDataSource } from '../../../server/storage/data-source.ts';
import { migrate } from '../../../server/storage/migrate.ts';
import { database, emptyDatabase, type TestDatabase } from '../../support/database.ts';

describe('the schema', () => {
  let test: TestDatabase;
  let owner: DataSource;

  beforeAll(async () => {
    test = await database();
    owner = await ownerDataSource(test.url).initialize();
  });

  afterAll(async () => {
    await owner.destroy();
    await test.drop();
  });

  const difference = async (): Promise<string[]> => {
    const { upQueries } = await owner.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  };

  it('is after all migrations what the rows say', async () => {
    expect(await difference()).toEqual([]);
  });

  it('is found to differ when a column is missing', async () => {
    await owner.query('ALTER TABLE outbox DROP COLUMN attempts');
    expect(await difference()).toEqual([expect.stringContaining('ADD "attempts" integer')]);
    await owner.query('ALTER TABLE outbox ADD COLUMN attempts integer NOT NULL DEFAULT 0');
  });

  it('has names of constraints that a person can read', async () => {
    const rows: { name: string }[] = await owner.query(
      `SELECT conname AS name FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
          AND conrelid <> 'migration'::regclass`,
    );
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter(({ name }) => !/^(pk|fk|uq|ck)_[a-z][a-z0-9_]*$/.test(name))).toEqual([]);
  });
});

describe('migrating', () => {
  it('does nothing the second time, also when two processes start together', async () => {
    const test = await emptyDatabase();
    await Promise.all([migrate(test.url), migrate(test.url)]);
    await migrate(test.url);
    const owner = await ownerDataSource(test.url).initialize();
    const [ran]: { n: number }[] = await owner.query('SELECT count(*)::int AS n FROM migration');
    expect(ran?.n).toBe(owner.migrations.length);
    await owner.destroy();
    await test.drop();
  });
});

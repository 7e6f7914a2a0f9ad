import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { PublishService } from '../../../server/modules/definitions/publish.service.ts';
import { Obligations } from '../../../server/modules/obligations.ts';
import { readFolder } from '../../../server/registry/folder.ts';
import { app, type Browser, type TestApp } from '../../support/app.ts';
import { anOrganisation, aPerson } from '../../support/people.ts';

const RIVER = resolve(import.meta.dirname, '../../fixtures/programmes/river_watch');

interface Report {
  cases: number;
  events: number;
  broken: { chain: string; seq: number; problem: string }[];
}

describe('the histories of all cases', () => {
  let system: TestApp;
  let owner: pg.Client;
  let auditor: Browser;
  let victim: { case_id: string; seq: number };

  beforeAll(async () => {
    system = await app();
    await anOrganisation(system.sql, 'weir', { kinds: ['station'] });
    await anOrganisation(system.sql, 'bridge', { kinds: ['station'] });
    await system.server.get(PublishService).publish({ sources: (await readFolder(RIVER)).sources });
    await system.server.get(Obligations).ensure();
    await aPerson(system.sql, 'root', [{ role: 'administrator' }]);
    auditor = await system.as('root');
    owner = new pg.Client({ connectionString: system.databaseUrl });
    await owner.connect();
    const { rows } = await owner.query<{ case_id: string; seq: number }>(
      'SELECT case_id, seq FROM event ORDER BY case_id, seq LIMIT 1',
    );
    if (rows[0] === undefined) throw new Error('there is no history to check');
    victim = rows[0];
  });

  afterAll(async () => {
    await owner.end();
    await system.close();
  });

  const check = async () => (await auditor.get<Report>('/api/audit/integrity')).body;
  const broken = (problem: string) => ({ chain: `case:${victim.case_id}`, seq: victim.seq, problem });

  /** As somebody with the keys of the database would: triggers off, change, triggers on. */
  const meddle = async (statement: string): Promise<Report['broken']> => {
    await owner.query(
      `BEGIN; ALTER TABLE event DISABLE TRIGGER USER; ${statement}; ALTER TABLE event ENABLE TRIGGER USER; COMMIT`,
    );
    return (await check()).broken;
  };

  it('are whole after cases were made, and every one is looked at', async () => {
    const report = await check();
    expect(report.broken).toEqual([]);
    expect(report.cases).toBeGreaterThan(2);
    expect(report.events).toBeGreaterThanOrEqual(report.cases);
  });

  it.each(['type', 'actor', 'from_state', 'to_state', 'command_key', 'text_digest'])(
    'show a line whose %s was changed',
    async (column) => {
      const where = `WHERE case_id = '${victim.case_id}' AND seq = ${victim.seq}`;
      await owner.query(`CREATE TABLE kept AS SELECT * FROM event ${where}`);
      expect(await meddle(`UPDATE event SET ${column} = 'forged' ${where}`)).toContainEqual(broken('changed'));
      expect(await meddle(`UPDATE event SET ${column} = (SELECT ${column} FROM kept) ${where}`)).toEqual([]);
      await owner.query('DROP TABLE kept');
    },
  );

  it('show a history whose end was cut off', async () => {
    const where = `WHERE case_id = '${victim.case_id}'`;
    await owner.query(`CREATE TABLE kept AS SELECT * FROM event ${where}`);
    const found = await meddle(`DELETE FROM event ${where}`);
    expect(found).toMatchObject([{ chain: `case:${victim.case_id}`, problem: 'tail-missing' }]);
    expect(await meddle('INSERT INTO event SELECT * FROM kept')).toEqual([]);
  });
});

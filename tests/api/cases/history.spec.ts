import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { EventView } from '../../../server/contract/wire/case.ts';
import type { Browser } from '../../support/app.ts';
import { act, berths, type Harbour, harbour, send } from '../../support/harbour.ts';
import { aPerson } from '../../support/people.ts';

describe('the history of a case', () => {
  let system: Harbour;
  let nora: Browser;
  let ines: Browser;
  let auditor: Browser;
  let owner: pg.Client;
  let caseId: string;

  beforeAll(async () => {
    system = await harbour();
    await aPerson(system.sql, 'root', [{ role: 'administrator' }]);
    [nora, ines, auditor] = (await Promise.all(['nora', 'ines', 'root'].map((name) => system.as(name)))) as [
      Browser,
      Browser,
      Browser,
    ];
    owner = new pg.Client({ connectionString: system.databaseUrl });
    await owner.connect();
    caseId = await system.caseOf({ workflow: 'berth_list', organisation: 'north' });
    await send(nora, caseId, berths(2));
    await act(ines, caseId, { action: 'mend', lockVersion: 1, comment: 'Please add lengths', reasons: ['incomplete'] });
    await send(nora, caseId, berths(1));
    await act(ines, caseId, { action: 'accept', lockVersion: 3 });
  });

  afterAll(async () => {
    await owner.end();
    await system.close();
  });

  const events = async (browser: Browser): Promise<EventView[]> =>
    (await browser.get(`/api/cases/${caseId}/events`)).body as unknown as EventView[];
  const broken = async (): Promise<unknown[]> =>
    (await auditor.get<{ broken: unknown[] }>('/api/audit/integrity')).body.broken;
  const meddle = async (statement: string, values: unknown[] = []): Promise<void> => {
    await owner.query(`SET session_replication_role = replica`);
    await owner.query(statement, values);
    await owner.query(`SET session_replication_role = origin`);
  };

  it('tells who did what as whom, in the words of the workflow', async () => {
    expect(await events(nora)).toMatchObject([
      { seq: 1, type: 'opened', by: null },
      { seq: 2, type: 'acted', title: 'Send', by: 'Person nora', role: 'Clerk', from: 'open', to: 'sent' },
      { seq: 3, title: 'Send back', by: 'Person ines', comment: 'Please add lengths', reasons: ['Incomplete'] },
      { seq: 4, title: 'Send', to: 'sent' },
      { seq: 5, title: 'Accept', role: 'Inspector', to: 'accepted' },
    ]);
  });

  it('keeps every version that was sent', async () => {
    const { body } = await nora.get(`/api/cases/${caseId}/submissions`);
    expect(body).toMatchObject([
      { n: 1, savedBy: 'Person nora', zero: false },
      { n: 2, savedBy: 'Person nora', zero: false },
    ]);
    expect((await nora.get(`/api/cases/${caseId}/submissions/1`)).body['data']).toEqual(berths(2));
    expect(await nora.get(`/api/cases/${caseId}/submissions/3`)).toMatchObject({ status: 404 });
  });

  it('tells what changed by row, not by position', async () => {
    const { body } = await nora.get(`/api/cases/${caseId}/difference?from=1&to=2`);
    expect(body).toMatchObject([
      { kind: 'row-removed', address: { roster: 'boats', row: '00000000-0000-4000-8000-000000000002' } },
    ]);
  });

  it('is whole', async () => {
    expect(await broken()).toEqual([]);
  });

  const CHANGES: [string, string, string][] = [
    ['who did something', `UPDATE event SET person_id = $2 WHERE case_id = $1 AND seq = 3`, 'changed'],
    ['a reason', `UPDATE event SET reasons = '{}' WHERE case_id = $1 AND seq = 3`, 'changed'],
    ['the time', `UPDATE event SET at = at - interval '3 days' WHERE case_id = $1 AND seq = 4`, 'changed'],
    ['a line in the middle away', `DELETE FROM event WHERE case_id = $1 AND seq = 3`, 'missing-before'],
    ['the last line away', `DELETE FROM event WHERE case_id = $1 AND seq = 5`, 'tail-missing'],
    [
      'what was written to a line',
      `UPDATE event_text SET comment = 'Nothing' WHERE case_id = $1 AND seq = 3`,
      'text-changed',
    ],
    [
      'a version that was sent',
      `UPDATE submission SET data = data || '{"keeper": "Somebody else"}' WHERE case_id = $1 AND n = 1`,
      'version-changed',
    ],
    ['a version away', `DELETE FROM submission WHERE case_id = $1 AND n = 1`, 'version-missing'],
  ];

  it.each(CHANGES)(
    'shows when somebody with the keys of the database takes or changes %s',
    async (_, statement, problem) => {
      const tables = ['event', 'event_text', 'submission'];
      for (const table of tables)
        await owner.query(`CREATE TEMP TABLE kept_${table} AS SELECT * FROM ${table} WHERE case_id = '${caseId}'`);
      const values = statement.includes('$2') ? [caseId, system.persons['marta']] : [caseId];
      await meddle(statement, values);
      expect(await broken()).toEqual(
        expect.arrayContaining([expect.objectContaining({ chain: `case:${caseId}`, problem })]),
      );
      for (const table of tables) {
        await meddle(`DELETE FROM ${table} WHERE case_id = '${caseId}'`);
        await meddle(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
        await owner.query(`DROP TABLE kept_${table}`);
      }
      expect(await broken()).toEqual([]);
    },
  );

  it('still holds when what a person wrote is erased', async () => {
    await meddle(`DELETE FROM event_text WHERE case_id = $1`, [caseId]);
    expect(await broken()).toEqual([]);
    expect((await events(nora))[2]?.comment).toBeNull();
  });
});

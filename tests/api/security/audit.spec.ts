import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { AuditRepository } from '../../../server/modules/audit/audit.repository.ts';
import { app, type Browser, type TestApp } from '../../support/app.ts';
import { aPerson, aProgramme } from '../../support/people.ts';

interface Report {
  audit: number;
  broken: { chain: string; seq: number; problem: string }[];
}

describe('the record of who did what', () => {
  let system: TestApp;
  let owner: pg.Client;
  let auditor: Browser;
  let root: string;

  beforeAll(async () => {
    system = await app();
    owner = new pg.Client({ connectionString: system.databaseUrl });
    await owner.connect();
    const programme = await aProgramme(system.sql, 'trial');
    root = await aPerson(system.sql, 'root', [{ role: 'administrator' }]);
    await aPerson(system.sql, 'olga', [{ role: 'auditor', programme }]);
    auditor = await system.as('olga');
  });

  afterAll(async () => {
    await owner.end();
    await system.close();
  });

  const record = (type: string) =>
    system.server.get(AuditRepository).record({ type, person: root, subject: 'person:x' });
  const check = async () => (await auditor.get<Report>('/api/audit/integrity')).body;

  it('tells of sign-ins that worked and that failed, and finds them by kind, day and person', async () => {
    await system.browser().post('/api/session', { account: 'olga', password: 'wrong' });
    const { body } = await auditor.get<{ rows: { result: string }[] }>('/api/audit?type=session&q=olga');
    expect(body.rows.map(({ result }) => result)).toEqual(['refused', 'done']);
    const none = await auditor.get<{ total: number }>('/api/audit?to=2020-01-01');
    expect(none.body.total).toBe(0);
    const byPerson = await auditor.get<{ rows: { type: string }[] }>(`/api/audit?person=${root}`);
    expect(byPerson.body.rows).toEqual([]);
  });

  it('tells what a line is about by its title, and keeps the key beside it', async () => {
    await system.server.get(AuditRepository).record({
      type: 'definitions.published',
      person: null,
      subject: `trial/Programme/trial trial/Form/gone person:${root}`,
    });
    const { body } = await auditor.get<{ rows: { subjects: unknown[] }[] }>('/api/audit?type=definitions');
    expect(body.rows[0]?.subjects).toEqual([
      { sort: 'definition', kind: 'Programme', key: 'trial', title: 'Trial of trial' },
      { sort: 'definition', kind: 'Form', key: 'gone', title: 'gone' },
      { sort: 'person', kind: null, key: root, title: 'Person root' },
    ]);
  });

  it('stays one unbroken chain when sixty-four write at once', async () => {
    await Promise.all(Array.from({ length: 64 }, (_, n) => record(`trial.${n}`)));
    const { audit, broken } = await check();
    expect(broken).toEqual([]);
    expect(audit).toBeGreaterThan(64);
  });

  it('cannot be changed, shortened or emptied by the running system', async () => {
    for (const statement of [
      `UPDATE audit SET type = 'x' WHERE seq = 1`,
      'DELETE FROM audit WHERE seq = 1',
      'TRUNCATE audit',
      'DELETE FROM audit_head',
      'ALTER TABLE audit DISABLE TRIGGER ALL',
    ])
      await expect(system.sql.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  describe('when somebody with the keys of the database meddles', () => {
    beforeEach(() => owner.query('BEGIN; ALTER TABLE audit DISABLE TRIGGER USER'));

    const meddle = async (statement: string): Promise<Report['broken']> => {
      await owner.query(`${statement}; COMMIT`);
      const { broken } = await check();
      await owner.query('ALTER TABLE audit ENABLE TRIGGER USER');
      return broken;
    };

    const undo = (statement: string) =>
      owner.query(`ALTER TABLE audit DISABLE TRIGGER USER; ${statement}; ALTER TABLE audit ENABLE TRIGGER USER`);

    it.each([
      'at = at + interval $$1 ms$$',
      `type = 'y'`,
      `person_id = NULL`,
      `result = 'refused'`,
      `subject = 'person:y'`,
      `detail = 'z'`,
    ])('shows the line in which something was changed: %s', async (change) => {
      const { rows } = await owner.query<Record<string, unknown>>('SELECT * FROM audit WHERE seq = 5');
      const broken = await meddle(`UPDATE audit SET ${change} WHERE seq = 5`);
      expect(broken).toEqual([{ chain: 'audit', seq: 5, problem: 'changed' }]);
      const [before] = rows;
      await owner.query('ALTER TABLE audit DISABLE TRIGGER USER');
      await owner.query(
        'UPDATE audit SET at = $1, type = $2, person_id = $3, result = $4, subject = $5, detail = $6 WHERE seq = 5',
        [
          before?.['at'],
          before?.['type'],
          before?.['person_id'],
          before?.['result'],
          before?.['subject'],
          before?.['detail'],
        ],
      );
      await owner.query('ALTER TABLE audit ENABLE TRIGGER USER');
      expect((await check()).broken).toEqual([]);
    });

    it('shows a gap where a line was taken out, and the end where the last ones were cut off', async () => {
      await owner.query('COMMIT; CREATE TABLE kept AS SELECT * FROM audit WHERE seq = 7');
      await owner.query('BEGIN');
      expect(await meddle('DELETE FROM audit WHERE seq = 7')).toEqual([
        { chain: 'audit', seq: 8, problem: 'missing-before' },
      ]);
      await undo('INSERT INTO audit SELECT * FROM kept');
      const [head] = await system.sql.query<{ seq: number }>('SELECT seq FROM audit_head');
      await owner.query('ALTER TABLE audit DISABLE TRIGGER USER');
      const cut = await meddle(`DELETE FROM audit WHERE seq > ${Number(head?.seq) - 3}`);
      expect(cut).toMatchObject([{ chain: 'audit', problem: 'tail-missing' }]);
    });
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { ActionResult } from '../../../server/contract/wire/case.ts';
import type { Answer, Browser } from '../../support/app.ts';
import { eventually } from '../../support/eventually.ts';
import { act, berths, type Harbour, harbour } from '../../support/harbour.ts';

const DROP_ALL = `
  SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
   WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'formflow'`;

/** As a client does: the same request until there is an answer; only `unavailable` may stand in the way. */
const again = async (ask: () => Promise<Answer<ActionResult>>): Promise<Answer<ActionResult>> => {
  for (let tries = 0; ; tries += 1) {
    const answer = await ask();
    if (answer.status !== 503 || tries === 10) return answer;
  }
};

describe('a database that goes away in the middle of an action', () => {
  let system: Harbour;
  let nora: Browser;
  let owner: pg.Client;
  let caseId: string;

  beforeAll(async () => {
    system = await harbour();
    nora = await system.as('nora');
    owner = new pg.Client({ connectionString: system.databaseUrl });
    await owner.connect();
    caseId = await system.caseOf({ workflow: 'berth_list', organisation: 'north' });
  });

  afterAll(async () => {
    await owner.end();
    await system.close();
  });

  /** Asked over a connection of its own: those of the system are being cut. */
  const written = async (): Promise<Record<string, number>> => {
    const { rows } = await owner.query<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM event e WHERE e.case_id = c.id AND e.type = 'acted') AS events,
              (SELECT count(*)::int FROM submission s WHERE s.case_id = c.id) AS submissions,
              (SELECT count(*)::int FROM command k WHERE k.case_id = c.id) AS commands,
              c.lock_version AS version
         FROM case_ c WHERE c.id = $1`,
      [caseId],
    );
    return rows[0] ?? {};
  };

  it('leaves nothing half done, and the same request goes through when it is back', async () => {
    await owner.query('BEGIN');
    await owner.query('SELECT FROM case_ WHERE id = $1 FOR UPDATE', [caseId]);
    const key = randomUUID();
    const body = { action: 'send', data: berths(2) };
    const waiting = act(nora, caseId, body, key);
    // The write stands behind the lock: it has begun and is not there yet.
    const behindLocks = async () =>
      (
        await owner.query(
          `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
        )
      ).rows.length > 0;
    await eventually(behindLocks, true);
    await owner.query(DROP_ALL);
    await owner.query('ROLLBACK');
    expect(await waiting).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(await written()).toEqual({ events: 0, submissions: 0, commands: 0, version: 0 });
    expect(await again(() => act(nora, caseId, body, key))).toMatchObject({ status: 200, body: { state: 'sent' } });
    expect(await written()).toEqual({ events: 1, submissions: 1, commands: 1, version: 1 });
  });

  it('does things once, however often its connections are cut and the same requests come again', async () => {
    const ines = await system.as('ines');
    const deeds: [Browser, string][] = Array.from({ length: 20 }, (_, n) =>
      n % 2 === 0 ? [ines, 'mend'] : [nora, 'send'],
    );
    for (const [browser, action] of deeds) {
      const { version: lockVersion = 0 } = await written();
      const key = randomUUID();
      const words = action === 'mend' ? { comment: 'Again', reasons: ['unclear'] } : { data: berths(2) };
      const ask = () => act(browser, caseId, { action, lockVersion, ...words }, key);
      const [first] = await Promise.all([ask(), owner.query(DROP_ALL)]);
      expect(first.status === 200 ? first : await again(ask)).toMatchObject({ status: 200 });
    }
    const { events, version } = await written();
    expect({ events, version }).toEqual({ events: 21, version: 21 });
    expect((await system.browser().get('/api/health')).status).toBe(200);
  });
});

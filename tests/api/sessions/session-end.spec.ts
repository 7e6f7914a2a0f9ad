import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OutboxRepository } from '../../../server/work/outbox.repository.ts';
import { FileSweeper } from '../../../server/modules/files/file-sweeper.ts';
import { Tidying } from '../../../server/work/tidying.ts';
import { app, type Browser, type TestApp } from '../../support/app.ts';
import { eventually } from '../../support/eventually.ts';
import { aPerson, aProgramme } from '../../support/people.ts';

describe('the end of a session', () => {
  let system: TestApp;
  let browser: Browser;

  beforeAll(async () => {
    system = await app();
    const programme = await aProgramme(system.sql, 'trial');
    await aPerson(system.sql, 'fay', [{ role: 'filler', programme }]);
  });

  afterAll(() => system.close());

  const age = (change: string) => system.sql.query(`UPDATE session SET ${change}`);

  it('comes after half an hour without use', async () => {
    browser = await system.as('fay');
    await age(`used_at = now() - interval '29 minutes'`);
    expect((await browser.get('/api/session')).status).toBe(200);
    await age(`used_at = now() - interval '31 minutes'`);
    const { status, body } = await browser.get('/api/session');
    expect([status, body['code']]).toEqual([401, 'not-signed-in']);
  });

  it('is put off by use, at most to twelve hours after signing in', async () => {
    browser = await system.as('fay');
    await age(`used_at = now() - interval '20 minutes'`);
    await browser.get('/api/session');
    await eventually(isTouched, true);
    await age(`expires_at = now() - interval '1 second', used_at = now()`);
    expect((await browser.get('/api/session')).status).toBe(401);
  });

  const isTouched = async () => {
    const [row] = await system.sql.query<{ idle: number }>(
      'SELECT extract(epoch FROM now() - used_at)::int AS idle FROM session ORDER BY created_at DESC LIMIT 1',
    );
    return row !== undefined && row.idle < 60;
  };

  it('comes for every other browser when the password changes, and this one gets a new session', async () => {
    browser = await system.as('fay');
    const elsewhere = await system.as('fay');
    const before = browser.cookie;
    const changed = await browser.post('/api/session/password', {
      current: 'Kestrel-Harbour-41',
      next: 'Lantern&Quarry58',
    });
    expect(changed.status).toBe(200);
    expect(browser.cookie).not.toBe(before);
    expect((await elsewhere.get('/api/session')).status).toBe(401);
    expect((await browser.get('/api/session')).status).toBe(200);
  });

  it('is forgotten, with its address, a month later; attempts to sign in are after three', async () => {
    await system.sql.query(`UPDATE session SET expires_at = now() - interval '31 days'`);
    await system.sql.query(`UPDATE sign_in_attempt SET at = now() - interval '91 days'`);
    browser = await system.as('fay', 'Lantern&Quarry58');
    const files = system.server.get(FileSweeper, { strict: false });
    await new Tidying(system.sql, new OutboxRepository(system.sql), files).tidy();
    expect(await system.sql.query('SELECT FROM session')).toHaveLength(1);
    expect(await system.sql.query('SELECT FROM sign_in_attempt')).toHaveLength(1);
    expect((await browser.get('/api/session')).status).toBe(200);
  });

  it('leaves nothing in the database with which anybody could sign in', async () => {
    await system.as('fay', 'Lantern&Quarry58').then((signedIn) => (browser = signedIn));
    const token = String(browser.cookie).split('=')[1];
    const rows = await system.sql.query('SELECT * FROM session');
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

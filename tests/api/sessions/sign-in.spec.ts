import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { app, PASSWORD, type TestApp } from '../../support/app.ts';
import { anOrganisation, aPerson, aProgramme } from '../../support/people.ts';

describe('signing in', () => {
  let system: TestApp;

  beforeAll(async () => {
    system = await app();
    const programme = await aProgramme(system.sql, 'trial');
    const organisation = await anOrganisation(system.sql, 'mill', { kinds: ['site'] });
    await aPerson(system.sql, 'Fay', [{ role: 'filler', programme, organisation }]);
    const gone = await aPerson(system.sql, 'gone');
    await system.sql.query('UPDATE person SET active = false WHERE id = $1', [gone]);
  });

  afterAll(() => system.close());

  it('answers who is signed in, with roles in the language of the request', async () => {
    const browser = await system.as('Fay');
    const { body } = await browser.get('/api/session', { headers: { 'accept-language': 'zh-CN' } });
    expect(body).toMatchObject({
      person: { account: 'Fay', name: 'Person Fay' },
      memberships: [{ programme: 'trial', role: 'filler', roleTitle: '填表人', organisation: { code: 'mill' } }],
      permissions: ['cases.fill'],
      mustChangePassword: false,
    });
  });

  it('takes the account in any case and the password as a full-width keyboard types it', async () => {
    const wide = Array.from(PASSWORD, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join('');
    const { status } = await system.browser().post('/api/session', { account: 'FAY', password: wide });
    expect(status).toBe(200);
  });

  it('says the same of a wrong password, an unknown account and a closed one', async () => {
    const attempts = [
      { account: 'Fay', password: 'wrong' },
      { account: 'nobody', password: PASSWORD },
      { account: 'gone', password: PASSWORD },
    ];
    for (const attempt of attempts) {
      const { status, body, headers } = await system.browser().post('/api/session', attempt);
      expect(status).toBe(401);
      expect(body).toMatchObject({ code: 'sign-in-failed', title: 'The account or the password is not right' });
      expect(Object.keys(body).sort()).toEqual(['code', 'instance', 'status', 'title', 'type']);
      expect(headers.get('set-cookie')).toBeNull();
    }
  });

  it('gives a new session at every sign-in and ends the one that the browser brought', async () => {
    const browser = await system.as('Fay');
    const first = browser.cookie;
    await browser.post('/api/session', { account: 'Fay', password: PASSWORD });
    expect(browser.cookie).not.toBe(first);
    const old = await system.browser().get('/api/session', { headers: { cookie: String(first) } });
    expect(old.status).toBe(401);
  });

  it('never takes a session id that the browser made up', async () => {
    const planted = `formflow=${'A'.repeat(43)}`;
    const { headers } = await system
      .browser()
      .post('/api/session', { account: 'Fay', password: PASSWORD }, { headers: { cookie: planted } });
    expect(headers.get('set-cookie')).toMatch(/^formflow=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(headers.get('set-cookie')).not.toContain('A'.repeat(43));
  });

  it('signs out at once', async () => {
    const browser = await system.as('Fay');
    const kept = String(browser.cookie);
    expect((await browser.ask('DELETE', '/api/session')).status).toBe(204);
    expect((await system.browser().get('/api/session', { headers: { cookie: kept } })).status).toBe(401);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { app, type Browser, type TestApp } from '../../support/app.ts';
import { anOrganisation, aPerson, aProgramme } from '../../support/people.ts';

interface Person {
  id: string;
  account: string;
  phone: string | null;
  active: boolean;
  memberships: { programme: string | null; role: string; roleTitle: string; organisation: { id: string } | null }[];
}
interface Issues {
  errors: { pointer: string; message: string }[];
}

describe('managing people', () => {
  let system: TestApp;
  let administrator: Browser;
  let registrar: Browser;
  let programme: string;
  let other: string;
  let site: string;
  let root: string;

  beforeAll(async () => {
    system = await app();
    programme = await aProgramme(system.sql, 'trial');
    other = await aProgramme(system.sql, 'elsewhere');
    site = await anOrganisation(system.sql, 'mill', { kinds: ['site'] });
    root = await aPerson(system.sql, 'root', [{ role: 'administrator' }]);
    await aPerson(system.sql, 'rita', [{ role: 'registrar', programme }]);
    administrator = await system.as('root');
    registrar = await system.as('rita');
  });

  afterAll(() => system.close());

  const filler = () => ({ programme: 'trial', role: 'filler', organisation: site });

  it('makes an account whose owner must first set a password, and then may work', async () => {
    const made = await registrar.post<{ account: string; password: string }>('/api/people', {
      account: 'newcomer',
      name: '新来的',
      memberships: [filler()],
    });
    expect(made.status).toBe(201);
    const browser = await system.as('newcomer', made.body.password);
    expect((await browser.get('/api/notices')).body).toMatchObject({ code: 'password-change-required' });
    const changed = await browser.post<{ csrf: string }>('/api/session/password', {
      current: made.body.password,
      next: 'Orchard+Ferry27',
    });
    expect(changed.body).toMatchObject({ mustChangePassword: false, permissions: ['cases.fill'] });
    expect((await browser.get('/api/notices')).status).toBe(200);
  });

  it('tells at which membership a word is unknown', async () => {
    const { status, body } = await registrar.post<Issues>('/api/people', {
      account: 'unmade',
      name: 'Nobody yet',
      memberships: [
        filler(),
        { programme: 'trial', role: 'wizard', organisation: null },
        { ...filler(), organisation: root },
      ],
    });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer }) => pointer)).toEqual(['/memberships/1/role', '/memberships/2/organisation']);
  });

  it('refuses an account name that is taken, at the field, whatever its case', async () => {
    const { status, body } = await registrar.post('/api/people', { account: 'RITA', name: 'Double', memberships: [] });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'conflict', errors: [{ pointer: '/account' }] });
  });

  it('shows phones masked, tells one for a reason, and records who looked', async () => {
    const id = await aPerson(system.sql, 'phoned', [{ role: 'filler', programme, organisation: site }]);
    const list = await registrar.get<{ rows: Person[] }>('/api/people?q=phoned');
    expect(list.body.rows).toMatchObject([{ id, phone: '139****5678' }]);
    expect((await registrar.post(`/api/people/${id}/phone`, { reason: '' })).status).toBe(422);
    const told = await registrar.post(`/api/people/${id}/phone`, { reason: 'calls about the fire drill' });
    expect(told.body).toEqual({ phone: '13912345678' });
    const audit = await administrator.get<{ rows: object[] }>('/api/audit?type=person.phone-revealed');
    expect(audit.body.rows).toMatchObject([
      { person: 'Person rita', subject: `person:${id}`, detail: 'calls about the fire drill' },
    ]);
  });

  it('keeps a phone that comes back masked', async () => {
    const id = await aPerson(system.sql, 'kept', [{ role: 'filler', programme, organisation: site }]);
    await registrar.ask('PATCH', `/api/people/${id}`, {
      body: { account: 'kept', name: 'Kept', phone: '139****5678', memberships: [filler()] },
    });
    const [row] = await system.sql.query<{ phone: string }>('SELECT phone FROM person WHERE id = $1', [id]);
    expect(row?.phone).toBe('13912345678');
  });

  it('hides people of other programmes from those who manage this one', async () => {
    const stranger = await aPerson(system.sql, 'stranger', [{ role: 'filler', programme: other }]);
    const { body } = await registrar.get<{ rows: Person[] }>('/api/people?size=200');
    expect(body.rows.map(({ account }) => account)).not.toContain('stranger');
    expect(body.rows.map(({ account }) => account)).not.toContain('root');
    for (const answer of [
      await registrar.get(`/api/people/${stranger}`),
      await registrar.post(`/api/people/${stranger}/password`),
      await registrar.post(`/api/people/${stranger}/unlock`),
      await registrar.post(`/api/people/${stranger}/phone`, { reason: 'curious' }),
      await registrar.ask('PATCH', `/api/people/${stranger}`, {
        body: { account: 'stranger', name: 'X', memberships: [] },
      }),
    ])
      expect(answer.status).toBe(404);
  });

  it('lets nobody give more than they rule over, nor reset who holds more', async () => {
    const wanted = [
      { programme: 'trial', role: 'designer', organisation: null },
      { programme: 'elsewhere', role: 'filler', organisation: null },
      { programme: null, role: 'administrator', organisation: null },
    ];
    for (const membership of wanted) {
      const { status, body } = await registrar.post('/api/people', {
        account: 'climber',
        name: 'Climber',
        memberships: [membership],
      });
      expect([status, body['code']]).toEqual([403, 'not-allowed']);
    }
    const designer = await aPerson(system.sql, 'dora', [{ role: 'designer', programme }]);
    expect((await registrar.post(`/api/people/${designer}/password`)).status).toBe(403);
    expect((await administrator.post(`/api/people/${designer}/password`)).status).toBe(200);
  });

  it('lets nobody change their own roles', async () => {
    const { body } = await registrar.get<{ rows: Person[] }>('/api/people?q=rita');
    const me = body.rows[0];
    const more = await registrar.ask('PATCH', `/api/people/${String(me?.id)}`, {
      body: {
        account: 'rita',
        name: 'Rita',
        memberships: [{ programme: 'trial', role: 'registrar', organisation: null }, filler()],
      },
    });
    expect([more.status, more.body['code']]).toEqual([403, 'not-allowed']);
    const name = await registrar.ask('PATCH', `/api/people/${String(me?.id)}`, {
      body: {
        account: 'rita',
        name: 'Rita R.',
        memberships: [{ programme: 'trial', role: 'registrar', organisation: null }],
      },
    });
    expect(name.body).toMatchObject({ name: 'Rita R.' });
  });

  it('keeps the last administrator', async () => {
    const second = await aPerson(system.sql, 'second', [{ role: 'administrator' }]);
    const secondBrowser = await system.as('second');
    const close = (browser: Browser, id: string, account: string) =>
      browser.ask('PATCH', `/api/people/${id}`, {
        body: {
          account,
          name: 'A',
          active: false,
          memberships: [{ programme: null, role: 'administrator', organisation: null }],
        },
      });
    const both = await Promise.all([close(administrator, second, 'second'), close(secondBrowser, root, 'root')]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const [left] = await system.sql.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM person p JOIN membership m ON m.person_id = p.id WHERE p.active AND m.role = 'administrator'`,
    );
    expect(left?.n).toBe(1);
    await system.sql.query('UPDATE person SET active = true WHERE id = $1', [root]);
    administrator = await system.as('root');
  });

  it('ends the sessions of somebody whose roles change or whose account closes, at once', async () => {
    const id = await aPerson(system.sql, 'moved', [{ role: 'filler', programme, organisation: site }]);
    const change = (body: object) =>
      registrar.ask('PATCH', `/api/people/${id}`, { body: { account: 'moved', name: 'Moved', ...body } });
    const first = await system.as('moved');
    await change({ memberships: [{ programme: 'trial', role: 'reviewer', organisation: null }] });
    expect((await first.get('/api/session')).status).toBe(401);
    const second = await system.as('moved');
    await change({ active: false, memberships: [{ programme: 'trial', role: 'reviewer', organisation: null }] });
    expect((await second.get('/api/session')).status).toBe(401);
    await expect(system.as('moved')).rejects.toThrow('sign-in-failed');
  });

  it('answers titles of roles in the language of the request', async () => {
    await aPerson(system.sql, 'titled', [{ role: 'filler', programme, organisation: site }]);
    const { body } = await registrar.get<{ rows: Person[] }>('/api/people?q=titled', {
      headers: { 'accept-language': 'zh-CN' },
    });
    expect(body.rows[0]?.memberships[0]?.roleTitle).toBe('填表人');
  });
});

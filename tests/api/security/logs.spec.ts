import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { app, PASSWORD, type TestApp } from '../../support/app.ts';
import { aPerson, aProgramme } from '../../support/people.ts';

describe('the log', () => {
  let system: TestApp;

  beforeAll(async () => {
    system = await app();
    await aPerson(system.sql, 'rita', [{ role: 'registrar', programme: await aProgramme(system.sql, 'trial') }]);
  });

  afterAll(() => system.close());

  const lines = (): Record<string, unknown>[] => system.log.map((line) => JSON.parse(line) as Record<string, unknown>);

  it('has a line for each request: its id, its route as declared and how it ended', async () => {
    const { headers } = await system.browser().get('/api/people/0198c0de-0000-7000-8000-000000000000?q=13912345678');
    const line = lines().find(({ request }) => request === headers.get('x-request-id'));
    expect(line).toMatchObject({ level: 'info', method: 'GET', route: '/api/people/:id', status: 401 });
    expect(Object.keys(line ?? {}).sort()).toEqual([
      'level',
      'method',
      'ms',
      'msg',
      'request',
      'route',
      'status',
      'time',
    ]);
  });

  it('tells of an unforeseen error under the id that the person is told, and of nothing that was entered', async () => {
    const registrar = await system.as('rita');
    const { default: pg } = await import('pg');
    const owner = new pg.Client({ connectionString: system.databaseUrl });
    await owner.connect();
    await owner.query(`CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql
      AS $$ BEGIN RAISE EXCEPTION 'cannot take %', NEW.title USING CONSTRAINT = 'planted'; END $$;
      CREATE TRIGGER planted BEFORE INSERT ON organisation FOR EACH ROW EXECUTE FUNCTION planted()`);
    const { status, body, text } = await registrar.post('/api/organisations', {
      code: 'planted',
      title: '隐私 13912345678',
      kinds: [],
    });
    await owner.end();
    expect([status, body['code']]).toEqual([500, 'internal']);
    expect(text).not.toMatch(/planted|constraint|organisation|stack|\.ts/);
    const line = lines().find(({ level }) => level === 'error');
    expect(`urn:formflow:request:${String(line?.['request'])}`).toBe(body['instance']);
    expect(line?.['err']).toMatchObject({ code: 'P0001', constraint: 'planted' });
    expect(JSON.stringify(line)).not.toMatch(/隐私|13912345678/);
  });

  it('holds no password, token, phone, name or query, whatever people do', async () => {
    const registrar = await system.as('rita');
    const made = await registrar.post<{ password: string }>('/api/people', {
      account: 'zhaoliu',
      name: '赵六',
      phone: '13712340000',
      memberships: [],
    });
    await system.browser().post('/api/session', { account: 'zhaoliu', password: 'Wrong-Guess-77' });
    await registrar.get('/api/people?q=赵六13712340000');
    await registrar.post('/api/people', '{"name": "赵六", "phone": 13712340000');
    await registrar.post('/api/people', { account: 'zhaoliu', name: '赵六', memberships: [] });
    await system.browser().get(`/api/${String(registrar.cookie)}/%E8%B5%B5`);
    const log = system.log.join('\n');
    const secrets = [
      PASSWORD,
      made.body.password,
      'Wrong-Guess-77',
      String(registrar.cookie).slice(9),
      String(registrar.csrf),
      '13712340000',
      '赵六',
      'zhaoliu',
      '%E8%B5%B5',
      '?q=',
    ];
    for (const secret of secrets) expect([secret, log.includes(secret)]).toEqual([secret, false]);
  });
});

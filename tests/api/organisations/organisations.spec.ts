import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { app, type Browser, type TestApp } from '../../support/app.ts';
import { anOrganisation, aPerson, aProgramme } from '../../support/people.ts';

interface Issues {
  errors: { pointer: string }[];
}

describe('managing organisations', () => {
  let system: TestApp;
  let registrar: Browser;
  let clerk: Browser;
  let office: string;

  beforeAll(async () => {
    system = await app();
    const programme = await aProgramme(system.sql, 'trial');
    office = await anOrganisation(system.sql, 'office', { kinds: ['office'] });
    await aPerson(system.sql, 'rita', [{ role: 'registrar', programme }]);
    await aPerson(system.sql, 'clerk', [{ role: 'filler', programme, organisation: office }]);
    registrar = await system.as('rita');
    clerk = await system.as('clerk');
  });

  afterAll(() => system.close());

  const mill = (more: object = {}) => ({
    code: 'mill',
    title: 'Mill',
    kinds: [{ kind: 'site', from: '2024-01-01', to: null }],
    parent: office,
    relations: { helped_by: [office] },
    attributes: { river: 'Stour', beds: 12 },
    ...more,
  });

  it('keeps kinds with their days, the parent, named relations and attributes', async () => {
    const made = await registrar.post<{ id: string }>('/api/organisations', mill());
    expect(made.status).toBe(201);
    const { body } = await registrar.get(`/api/organisations/${made.body.id}`);
    expect(body).toEqual({
      id: made.body.id,
      level: null,
      parentTitle: 'The office',
      active: true,
      people: 0,
      ...mill(),
    });
    const changed = await registrar.ask('PATCH', `/api/organisations/${made.body.id}`, {
      body: { code: 'mill', title: 'Old Mill', kinds: [] },
    });
    expect(changed.body).toMatchObject({ title: 'Old Mill', kinds: [], parent: office, attributes: { beds: 12 } });
  });

  it('names everything that is wrong at once, each at its place', async () => {
    const { status, body } = await registrar.post<Issues>('/api/organisations', {
      code: 'wrong',
      title: 'Wrong',
      kinds: [
        { kind: 'castle', from: null, to: null },
        { kind: 'site', from: '2024-05-01', to: '2024-04-01' },
      ],
      parent: '0198c0de-0000-7000-8000-000000000000',
      relations: { loved_by: [office] },
    });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer }) => pointer).sort()).toEqual([
      '/kinds/0/kind',
      '/kinds/1/to',
      '/parent',
      '/relations/loved_by',
    ]);
  });

  it('refuses a ring of parents and a changed code', async () => {
    const child = await anOrganisation(system.sql, 'child', { parent: office });
    const ring = await registrar.ask<Issues>('PATCH', `/api/organisations/${office}`, {
      body: { code: 'office', title: 'Office', kinds: [], parent: child },
    });
    expect(ring.body.errors.map(({ pointer }) => pointer)).toEqual(['/parent']);
    const renamed = await registrar.ask<Issues>('PATCH', `/api/organisations/${child}`, {
      body: { code: 'other', title: 'Child', kinds: [] },
    });
    expect(renamed.body.errors.map(({ pointer }) => pointer)).toEqual(['/code']);
  });

  it('refuses a code that is taken, at the field', async () => {
    const { status, body } = await registrar.post('/api/organisations', {
      code: 'office',
      title: 'Another',
      kinds: [],
    });
    expect([status, body['code']]).toEqual([409, 'conflict']);
    expect(body).toMatchObject({ errors: [{ pointer: '/code' }] });
  });

  it('finds by a part of the title, taking % and _ as letters', async () => {
    await anOrganisation(system.sql, 'percent');
    await system.sql.query(`UPDATE organisation SET title = '100% sure' WHERE code = 'percent'`);
    const found = async (q: string) =>
      (
        await registrar.get<{ rows: { code: string }[] }>(`/api/organisations?q=${encodeURIComponent(q)}`)
      ).body.rows.map(({ code }) => code);
    expect(await found('100%')).toEqual(['percent']);
    expect(await found('%')).toEqual(['percent']);
    expect(await found('_')).toEqual([]);
  });

  it('takes the work away from people whose organisation is closed', async () => {
    const closing = await anOrganisation(system.sql, 'closing');
    await aPerson(system.sql, 'left', [{ role: 'filler', programme: await programmeId(), organisation: closing }]);
    const browser = await system.as('left');
    await registrar.ask('PATCH', `/api/organisations/${closing}`, {
      body: { code: 'closing', title: 'Closing', kinds: [], active: false },
    });
    expect((await browser.get('/api/session')).body).toMatchObject({ memberships: [], permissions: [] });
  });

  const programmeId = async (): Promise<string> => {
    const [row] = await system.sql.query<{ id: string }>(`SELECT id FROM programme WHERE key = 'trial'`);
    return String(row?.id);
  };

  it('shows a reporting clerk no list of other organisations', async () => {
    expect((await clerk.get('/api/organisations')).status).toBe(403);
    expect((await clerk.get(`/api/organisations/${office}`)).status).toBe(403);
  });

  it('tells of an organisation that does not exist, and of an id that is none, in the same way', async () => {
    for (const id of ['0198c0de-0000-7000-8000-000000000000', 'none', '1%00'])
      expect((await registrar.get(`/api/organisations/${id}`)).body).toMatchObject({ code: 'not-found', status: 404 });
  });
});

import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { PublishService } from '../../../server/modules/definitions/publish.service.ts';
import { readFolder } from '../../../server/registry/folder.ts';
import { enter } from '../../../server/storage/tenant.ts';
import { app, type Browser, type TestApp } from '../../support/app.ts';
import { anOrganisation, aPerson, aProgramme } from '../../support/people.ts';
import { type Route, routesOf } from '../../support/routes.ts';

const RIVER = resolve(import.meta.dirname, '../../fixtures/programmes/river_watch');

const upload = (): FormData => {
  const form = new FormData();
  form.set('address', JSON.stringify({ field: 'photo' }));
  form.set('file', new Blob(['x']), 'x.txt');
  return form;
};

/** Bodies that are right in form, so that a route gets as far as the id; by the end of its path. */
const BODIES: [RegExp, unknown][] = [
  [/PUT .*\/draft$/, { rev: 0, data: {} }],
  [/POST .*\/actions$/, { action: 'submit', lockVersion: 0, data: {} }],
  [/POST .*\/(claim|release|queries\/:query\/close|unlock|read)$/, undefined],
  [/POST .*\/extension$/, { deadline: 'report', to: '2025-05-01', reason: 'x' }],
  [/POST .*\/exemption(\/lift)?$/, { reason: 'because' }],
  [/POST .*\/(reveal|phone)$/, { reason: 'because' }],
  [/POST .*\/queries$/, { address: { field: 'site' }, text: 'why' }],
  [/POST .*\/answer$/, { text: 'so' }],
  [/POST .*\/attachments$/, upload()],
  [/POST .*\/recusal$/, { reason: 'A cousin of mine' }],
  [/POST .*\/(finish|seat)$/, {}],
  [/PUT .*\/marks\/:marks$/, { subject: '0198c0de-0000-7000-8000-000000000000', data: {} }],
  [/POST .*\/matters$/, { kind: 'review', text: 'This is wrong' }],
  [/POST .*\/matters\/:matter\/close$/, { answer: 'It is not' }],
  [/POST .*\/password$/, undefined],
  [/PATCH .*\/people\/:id$/, { account: 'renamed', name: 'Renamed', memberships: [] }],
  [/PATCH .*\/organisations\/:id$/, { code: 'c', title: 'T', kinds: [] }],
];

const QUERIES: [RegExp, string][] = [[/difference$/, '?from=1&to=2']];

describe('ids of what belongs to others', () => {
  let system: TestApp;
  let clerk: Browser;
  let registrar: Browser;
  const own: Record<string, string> = {};
  const foreign: Record<string, string> = {};

  beforeAll(async () => {
    system = await app();
    const [weir, bridge] = [
      await anOrganisation(system.sql, 'weir', { kinds: ['station'] }),
      await anOrganisation(system.sql, 'bridge', { kinds: ['station'] }),
    ];
    await system.server.get(PublishService).publish({ sources: (await readFolder(RIVER)).sources });
    const [river] = await system.sql.query<{ id: string }>(`SELECT id FROM programme WHERE key = 'river_watch'`);
    const programme = String(river?.id);
    const trial = await aProgramme(system.sql, 'trial');
    const elsewhere = await aProgramme(system.sql, 'elsewhere');
    const me = await aPerson(system.sql, 'clerk', [{ role: 'observer', programme, organisation: weir }]);
    const other = await aPerson(system.sql, 'neighbour', [{ role: 'observer', programme, organisation: bridge }]);
    await aPerson(system.sql, 'registrar', [{ role: 'registrar', programme: trial }]);
    own['people'] = await aPerson(system.sql, 'ours', [{ role: 'filler', programme: trial }]);
    foreign['people'] = await aPerson(system.sql, 'theirs', [{ role: 'filler', programme: elsewhere }]);
    await system.sql.transaction(async (sql) => {
      await enter(sql, 'system');
      const cases = await sql.query<{ id: string; organisation: string }>(
        'SELECT id, organisation_id AS organisation FROM case_ ORDER BY id',
      );
      own['cases'] = String(cases.find(({ organisation }) => organisation === weir)?.id);
      foreign['cases'] = String(cases.find(({ organisation }) => organisation === bridge)?.id);
      for (const [ids, person, organisation] of [
        [own, me, weir],
        [foreign, other, bridge],
      ] as const) {
        const id = newId();
        ids['notices'] = id;
        await sql.query(
          `INSERT INTO notice (id, person_id, dedup_key, title, body, at, programme_id, organisation_id)
           VALUES ($1::uuid, $2, $1::text, 'Title', 'Body', now(), $3, $4)`,
          [id, person, programme, organisation],
        );
      }
    });
    clerk = await system.as('clerk');
    registrar = await system.as('registrar');
  });

  afterAll(() => system.close());

  const kindOf = ({ path }: { path: string }): string => path.split('/')[2] ?? '';
  const browserFor = (route: Route): Browser => (kindOf(route) === 'people' ? registrar : clerk);

  const call = (route: Route, id: string) => {
    const name = `${route.method} ${route.path}`;
    const body = BODIES.find(([ending]) => ending.test(name))?.[1];
    const query = QUERIES.find(([ending]) => ending.test(route.path))?.[1] ?? '';
    const path = route.path
      .replace(':id', id)
      .replace(':n', '1')
      .replaceAll(/:(task|kind|marks)\b/g, 'review')
      .replaceAll(/:[a-z]+/gi, '0198c0de-0000-7000-8000-000000000000');
    return browserFor(route).ask(route.method, path + query, {
      ...(body === undefined ? {} : { body }),
      headers: { 'idempotency-key': newId() },
    });
  };

  const routes = () =>
    routesOf(system).filter(
      (route): route is Route => route.policy !== undefined && route.path.includes(':id') && kindOf(route) in foreign,
    );

  it('are answered on every route like ids that do not exist, to the letter', async () => {
    expect(routes().length).toBeGreaterThan(15);
    for (const route of routes()) {
      const name = `${route.method} ${route.path}`;
      const stranger = await call(route, String(foreign[kindOf(route)]));
      const nobody = await call(route, newId());
      const without = ({ body }: { body: Record<string, unknown> }) => ({ ...body, instance: '' });
      expect([name, stranger.status, stranger.body['code']]).toEqual([name, 404, 'not-found']);
      expect([name, without(stranger)]).toEqual([name, without(nobody)]);
    }
  });

  it('differ from one’s own, which the same routes find', async () => {
    for (const route of routes().filter(({ method, path }) => method === 'GET' && path.endsWith(':id'))) {
      const { status } = await call(route, String(own[kindOf(route)]));
      expect([route.path, status]).toEqual([route.path, 200]);
    }
    expect((await clerk.post(`/api/notices/${String(own['notices'])}/read`)).status).toBe(204);
  });

  it('do not turn up in lists, counts and searches', async () => {
    const cases = await clerk.get<{ rows: { id: string }[]; total: number }>('/api/cases?size=200');
    expect(cases.body.rows.map(({ id }) => id)).toContain(own['cases']);
    expect(cases.text).not.toContain(foreign['cases']);
    expect(cases.text).not.toContain('bridge');
    expect(cases.body.total).toBe(cases.body.rows.length);
    const notices = await clerk.get<{ id: string }[]>('/api/notices');
    expect(notices.body.map(({ id }) => id)).toEqual([own['notices']]);
    const people = await registrar.get('/api/people?q=theirs');
    expect(people.body).toMatchObject({ rows: [], total: 0 });
  });
});

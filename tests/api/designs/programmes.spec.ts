import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  DefinitionSummary,
  DefinitionText,
  EditedProgramme,
  NewProgrammeMade,
} from '../../../server/contract/wire/design.ts';
import { PublishService } from '../../../server/modules/definitions/publish.service.ts';
import type { Browser, TestApp } from '../../support/app.ts';
import { riverApp, riverText } from './river.ts';

const definitions = (programme: string): string => `/api/programmes/${programme}/definitions`;

describe('beginning a programme', () => {
  let system: TestApp;
  let ann: Browser;

  beforeAll(async () => {
    system = await riverApp();
    ann = await system.as('ann');
  });
  afterAll(() => system.close());

  const make = (browser: Browser, body: object) => browser.post<NewProgrammeMade>('/api/programmes', body);

  const worked = async (browser: Browser): Promise<string[]> =>
    (await browser.get<EditedProgramme[]>('/api/definitions/programmes')).body.map(({ key }) => key);

  it('copies another one as drafts with all dates a year later, and tells the dates', async () => {
    const made = await make(ann, { key: 'river_2026', title: 'River watch 2026', from: 'river_watch', shift: 'P1Y' });
    expect(made.status).toBe(201);
    expect(made.body.definitions).toContainEqual({ kind: 'Workflow', key: 'weekly_sampling' });
    expect(made.body.dates).toContainEqual(
      expect.objectContaining({
        kind: 'Programme',
        path: ['notice', 'issued'],
        before: '2025-03-03',
        after: '2026-03-03',
      }),
    );
    const programme = await ann.get<DefinitionText>(`${definitions('river_2026')}/Programme/river_2026`);
    expect(programme.body.published).toBeNull();
    expect(programme.body.draft?.text).toBe(
      (await riverText('Programme'))
        .replace('key: river_watch', 'key: river_2026')
        .replace('title: River watch', 'title: River watch 2026')
        .replace('2025-03-03', '2026-03-03'),
    );
  });

  it('is reached by whoever made it and by the installation, and by nobody else', async () => {
    const list = await ann.get<DefinitionSummary[]>(definitions('river_2026'));
    expect(list.body.map(({ kind, errors }) => [kind, errors])).toContainEqual(['Workflow', 0]);
    expect(list.body.every(({ published }) => published === null)).toBe(true);
    expect(await worked(ann)).toEqual(['river_2026', 'river_watch']);
    const [bo, zoe, root] = [await system.as('bo'), await system.as('zoe'), await system.as('root')];
    expect((await bo.get(definitions('river_2026'))).status).toBe(403);
    expect((await zoe.get(definitions('river_2026'))).status).toBe(403);
    expect(await worked(zoe)).toEqual(['other']);
    expect((await root.get(definitions('river_2026'))).status).toBe(200);
    const path = `${definitions('river_2026')}/Workflow/weekly_sampling/draft`;
    expect((await ann.ask('PUT', path, { body: { text: 'x', rev: 1 } })).status).toBe(200);
    expect((await bo.ask('PUT', path, { body: { text: 'x', rev: 2 } })).status).toBe(403);
  });

  it('lets its maker do no more in it than in a programme that they manage', async () => {
    await system.sql.query(
      `DELETE FROM membership m USING person p WHERE p.id = m.person_id AND p.account = 'ann' AND m.role = 'designer'
          AND m.programme_id = (SELECT id FROM programme WHERE key = 'river_watch')`,
    );
    expect((await ann.get(definitions('river_2026'))).status).toBe(403);
    await system.sql.query(
      `INSERT INTO membership (id, person_id, programme_id, role)
       SELECT gen_random_uuid(), p.id, g.id, 'designer' FROM person p, programme g WHERE p.account = 'ann' AND g.key = 'river_watch'`,
    );
    expect((await ann.get(definitions('river_2026'))).status).toBe(200);
  });

  it('begins a blank one in which nothing is wrong, and in which the maker goes on once it is published', async () => {
    const bo = await system.as('bo');
    expect((await make(bo, { key: 'fresh', title: '#1: "new"' })).body).toEqual({
      key: 'fresh',
      definitions: [{ kind: 'Programme', key: 'fresh' }],
      dates: [],
    });
    const { body } = await bo.get<DefinitionSummary[]>(definitions('fresh'));
    expect(body).toMatchObject([{ title: '#1: "new"', errors: 0, draft: { rev: 1, base: null, isBehind: false } }]);
    const text = (await bo.get<DefinitionText>(`${definitions('fresh')}/Programme/fresh`)).body.draft?.text ?? '';
    const name = { programme: 'fresh', kind: 'Programme' as const, key: 'fresh' };
    await system.server.get(PublishService).publish({ sources: [{ name, file: 'programme.yaml', text }] });
    expect((await bo.get(definitions('fresh'))).status).toBe(200);
    expect((await ann.get(definitions('fresh'))).status).toBe(403);
  });

  it('does not take a key twice, nor one of which somebody has drafts', async () => {
    for (const key of ['river_watch', 'river_2026', 'other']) {
      const { status, body } = await make(ann, { key, title: 'Mine' });
      expect([status, body]).toMatchObject([409, { code: 'conflict', errors: [{ pointer: '/key' }] }]);
    }
    expect((await make(ann, { key: 'No', title: 'Mine' })).status).toBe(422);
    expect((await make(ann, { key: 'fine', title: 'Mine', from: 'river_watch', shift: 'P' })).status).toBe(422);
  });

  it('gives a key free again of which every draft was discarded', async () => {
    expect((await make(ann, { key: 'mistake', title: 'Mistake' })).status).toBe(201);
    expect((await ann.ask('DELETE', `${definitions('mistake')}/Programme/mistake/draft?rev=1`)).status).toBe(204);
    expect(await worked(ann)).not.toContain('mistake');
    expect((await make(await system.as('zoe'), { key: 'mistake', title: 'Mine now' })).status).toBe(201);
    expect((await ann.get(definitions('mistake'))).status).toBe(403);
  });

  it('is for those who manage a programme, and copies none that they do not work on', async () => {
    const [eve, olly, zoe] = [await system.as('eve'), await system.as('olly'), await system.as('zoe')];
    expect((await make(eve, { key: 'a', title: 'A' })).status).toBe(403);
    expect((await make(olly, { key: 'a', title: 'A' })).status).toBe(403);
    expect((await make(zoe, { key: 'a', title: 'A', from: 'river_watch' })).status).toBe(404);
    expect((await make(zoe, { key: 'a', title: 'A', from: 'nowhere' })).status).toBe(404);
  });

  it('makes one programme where many ask for the same key at once', async () => {
    const asked = Array.from({ length: 8 }, () => make(ann, { key: 'race', title: 'Race', from: 'river_watch' }));
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
  });
});

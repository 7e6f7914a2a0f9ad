import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  DefinitionSummary,
  DefinitionText,
  LintReport,
  SavedDraft,
} from '../../../server/contract/wire/design.ts';
import { PublishService } from '../../../server/modules/definitions/publish.service.ts';
import type { Browser, TestApp } from '../../support/app.ts';
import { riverApp, riverSources, riverText } from './river.ts';

const ROOT = '/api/programmes/river_watch/definitions';
const SHEET = `${ROOT}/Form/sampling_sheet`;

describe('editing a definition', () => {
  let system: TestApp;
  let ann: Browser;
  let bo: Browser;

  beforeAll(async () => {
    system = await riverApp();
    [ann, bo] = [await system.as('ann'), await system.as('bo')];
  });
  afterAll(() => system.close());

  const save = (browser: Browser, path: string, body: object) =>
    browser.ask<SavedDraft>('PUT', `${path}/draft`, { body });

  const listed = async (key: string): Promise<DefinitionSummary | undefined> =>
    (await ann.get<DefinitionSummary[]>(ROOT)).body.find((summary) => summary.key === key);

  it('lists what is published, titles in the asker’s language', async () => {
    const { status, body } = await ann.get<DefinitionSummary[]>(ROOT);
    expect(status).toBe(200);
    expect(body.map(({ kind }) => kind)).toEqual(['Programme', 'Form', 'Workflow', 'Scenario', 'Scenario', 'Scenario']);
    expect(body[1]).toMatchObject({
      key: 'sampling_sheet',
      title: 'Weekly sampling sheet',
      published: { n: 1, status: 'published' },
      draft: null,
      errors: 0,
    });
  });

  it('keeps a text with a mistake in it as typed, and tells the mistake at its place', async () => {
    const typed = (await riverText('Form')).replace('"maxItems"', '"maxItem"');
    const saved = await save(ann, SHEET, { text: typed, rev: 0 });
    expect(saved.status).toBe(200);
    expect(saved.body).toMatchObject({ rev: 1, base: 1, isBehind: false, savedBy: 'Person ann' });
    expect(saved.body.findings[0]).toMatchObject({
      severity: 'error',
      definition: { kind: 'Form', key: 'sampling_sheet' },
      message: { 'zh-CN': expect.stringContaining('maxItem'), en: expect.stringContaining('maxItem') },
    });
    const { body } = await ann.get<DefinitionText>(SHEET);
    expect(body.draft?.text).toBe(typed);
    expect(body.published?.text).toBe(await riverText('Form'));
    expect(await listed('sampling_sheet')).toMatchObject({ title: 'Weekly sampling sheet', draft: { rev: 1 } });
    expect((await listed('sampling_sheet'))?.errors).toBeGreaterThan(0);
  });

  it('refuses the second of two who edit the same draft, and hands over what the first wrote', async () => {
    const mine = (await riverText('Form')).replace('Weekly sampling sheet', 'Bo’s sheet');
    const { status, body } = await save(bo, SHEET, { text: mine, rev: 0 });
    expect([status, body]).toMatchObject([
      409,
      { code: 'stale', draft: { rev: 1, savedBy: 'Person ann', text: expect.stringContaining('maxItem') } },
    ]);
    expect((await save(bo, SHEET, { text: mine, rev: 1 })).body).toMatchObject({ rev: 2, savedBy: 'Person bo' });
    expect((await save(ann, SHEET, { text: 'x', rev: 1 })).status).toBe(409);
    expect((await listed('sampling_sheet'))?.title).toBe('Bo’s sheet');
  });

  it('lets one of many who save at the same moment through', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => save(n % 2 ? ann : bo, SHEET, { text: `{"n": ${String(n)}}`, rev: 2 })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(11);
  });

  it('discards only the draft that the person saw', async () => {
    expect((await ann.ask('DELETE', `${SHEET}/draft?rev=1`)).body).toMatchObject({ code: 'stale', draft: { rev: 3 } });
    expect((await ann.ask('DELETE', `${SHEET}/draft?rev=3`)).status).toBe(204);
    expect((await ann.get<DefinitionText>(SHEET)).body.draft).toBeNull();
    expect((await save(ann, SHEET, { text: '{}', rev: 3 })).body).toMatchObject({ code: 'stale', draft: null });
    expect((await ann.ask('DELETE', `${SHEET}/draft?rev=3`)).status).toBe(409);
    const [line] = await system.sql.query(`SELECT type, subject FROM audit ORDER BY seq DESC LIMIT 1`);
    expect(line).toMatchObject({
      type: 'definition.draft-discarded',
      subject: 'river_watch/Form/sampling_sheet',
    });
  });

  it('checks a text among the other drafts without keeping it', async () => {
    const text = (await riverText('Workflow')).replace('initial: ', 'initial: nowhere_');
    const { body } = await ann.post<LintReport>(`${ROOT}/lint`, { kind: 'Workflow', key: 'weekly_sampling', text });
    expect(body.findings.map(({ code }) => code)).toContain('unknown-state');
    expect((await listed('weekly_sampling'))?.draft).toBeNull();
  });

  it('tells what a change breaks elsewhere', async () => {
    const text = (await riverText('Form')).replaceAll('"sampling_sheet"', '"other_sheet"');
    const { body } = await ann.post<LintReport>(`${ROOT}/lint`, { kind: 'Form', key: 'sampling_sheet', text });
    expect(body.findings.map(({ code }) => code)).toContain('name-differs');
    const renamed = (await riverText('Programme')).replace('observer: ', 'watcher: ');
    const report = await ann.post<LintReport>(`${ROOT}/lint`, { kind: 'Programme', key: 'river_watch', text: renamed });
    expect(report.body.elsewhere[0]).toMatchObject({ definition: { kind: 'Workflow', key: 'weekly_sampling' } });
  });

  it('tells that somebody published since the draft was begun', async () => {
    const text = await riverText('Workflow');
    const path = `${ROOT}/Workflow/weekly_sampling`;
    await save(ann, path, { text: text.replace('title: ', 'title: A '), rev: 0 });
    const given = (await riverSources()).map((source) =>
      source.name.kind === 'Workflow' ? { ...source, text: text.replace('title: ', 'title: B ') } : source,
    );
    await system.server.get(PublishService).publish({ sources: given });
    const { body } = await ann.get<DefinitionText>(path);
    expect(body).toMatchObject({ draft: { base: 1, isBehind: true }, published: { n: 2 } });
    const gone = await save(ann, path, { text, rev: 1, base: 2 });
    expect(gone.body).toMatchObject({ rev: 2, base: 2, isBehind: false });
    expect((await save(ann, path, { text, rev: 2, base: 9 })).status).toBe(400);
    expect((await save(ann, path, { text, rev: 2 })).body).toMatchObject({ rev: 3, base: 2 });
    const versions = await ann.get<{ n: number; status: string }[]>(`${path}/versions`);
    expect(versions.body.map(({ n, status }) => [n, status])).toEqual([
      [2, 'published'],
      [1, 'retired'],
    ]);
    expect((await ann.get<{ text: string }>(`${path}/versions/1`)).body.text).toBe(text);
    expect((await ann.get(`${path}/versions/7`)).status).toBe(404);
  });

  it('is for those alone who may edit that kind in that programme', async () => {
    const [eve, olly, zoe] = [await system.as('eve'), await system.as('olly'), await system.as('zoe')];
    expect((await olly.get(ROOT)).status).toBe(403);
    expect((await zoe.get(ROOT)).status).toBe(403);
    expect((await zoe.get(SHEET)).status).toBe(403);
    expect((await save(zoe, SHEET, { text: '{}', rev: 0 })).status).toBe(403);
    expect((await zoe.post(`${ROOT}/lint`, { kind: 'Form', key: 'sampling_sheet', text: '{}' })).status).toBe(403);
    expect((await save(eve, `${ROOT}/Form/extra`, { text: '{}', rev: 0 })).status).toBe(200);
    expect((await save(eve, `${ROOT}/Programme/river_watch`, { text: 'x', rev: 0 })).status).toBe(403);
    expect((await save(eve, `${ROOT}/Calendar/en`, { text: 'x', rev: 0 })).status).toBe(403);
    expect((await eve.ask('DELETE', `${ROOT}/Calendar/en/draft?rev=1`)).status).toBe(403);
    expect((await save(ann, `${ROOT}/Programme/other`, { text: 'x', rev: 0 })).status).toBe(404);
    expect((await save(ann, `${ROOT}/Nonsense/x`, { text: 'x', rev: 0 })).status).toBe(404);
  });

  it('refuses what it could not keep as typed', async () => {
    expect((await save(ann, SHEET, { text: 'a\u0000b', rev: 0 })).status).toBe(400);
    expect((await save(ann, SHEET, { text: 'x'.repeat(2_000_001), rev: 0 })).status).toBe(422);
    expect((await save(ann, SHEET, { text: '字'.repeat(300_000), rev: 0 })).body.findings[0]?.code).toBe('too-large');
  });
});

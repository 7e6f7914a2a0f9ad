import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { obey } from '../../../server/cli/definitions/obey.ts';
import { PublishService } from '../../../server/modules/definitions/publish.service.ts';
import { Models } from '../../../server/modules/models.ts';
import { Obligations } from '../../../server/modules/obligations.ts';
import { readFolder } from '../../../server/registry/folder.ts';
import type { DefinitionSource } from '../../../server/registry/source.ts';
import { ENTERED, TENANT, tenantValues } from '../../../server/storage/tenant.ts';
import { type TestApp, app } from '../../support/app.ts';
import { type TestDatabase, database } from '../../support/database.ts';
import { anOrganisation } from '../../support/people.ts';

/** A village inspects saunas, boats and wells: one workflow, bound three times, that nobody runs by itself. */

const VILLAGE = resolve(import.meta.dirname, '../../fixtures/programmes/kylatarkastus');

const sources = async (): Promise<DefinitionSource[]> => (await readFolder(VILLAGE)).sources;

const edited = async (key: string, from: string | RegExp, to: string): Promise<DefinitionSource[]> =>
  (await sources()).map((source) =>
    source.name.key === key ? { ...source, text: source.text.replace(from, to) } : source,
  );

const changesOf = (published: { changes: { name: { kind: string; key: string }; change: string }[] }): string[] =>
  published.changes.map(({ name, change }) => `${name.key} ${change}`).sort();

/** Without the line of `uses` that binds the wells. */
const WELLS = /\n {2}- workflow: tarkastus\n {4}as: kaivot[\s\S]*$/;

describe('one workflow bound three times', () => {
  let system: TestApp;
  let publish: PublishService;

  beforeAll(async () => {
    system = await app();
    publish = system.server.get(PublishService);
    await anOrganisation(system.sql, 'loyly', { kinds: ['saunaseura'] });
    await anOrganisation(system.sql, 'airo', { kinds: ['venekerho'] });
    await anOrganisation(system.sql, 'lahde', { kinds: ['vesiosuus'] });
  });
  afterAll(() => system.close());

  const versions = (key: string) =>
    system.sql.query<{ n: number; status: string; source: string }>(
      `SELECT v.n, v.status, v.source FROM definition_version v JOIN definition d ON d.id = v.definition_id
        WHERE d.kind = 'Workflow' AND d.key = $1 ORDER BY v.n`,
      [key],
    );
  const cases = () =>
    system.sql.query<{ workflow: string; organisation: string }>(
      `WITH ${TENANT} SELECT d.key AS workflow, o.code AS organisation FROM case_ c JOIN definition d ON d.id = c.workflow_id
         JOIN organisation o ON o.id = c.organisation_id WHERE ${ENTERED} ORDER BY 1, 2`,
      tenantValues('system'),
    );

  it('makes the cases of each binding, with its own form and people, and none of the workflow itself', async () => {
    await publish.publish({ sources: await sources() });
    expect(await cases()).toEqual([
      { workflow: 'kaivot', organisation: 'lahde' },
      { workflow: 'kaivot', organisation: 'loyly' },
      { workflow: 'saunat', organisation: 'loyly' },
      { workflow: 'veneet', organisation: 'airo' },
    ]);
    const running = await system.server.get(Models).published();
    expect(running.map(({ model }) => [model.workflow.key, model.form.$id]).sort()).toEqual([
      ['kaivot', 'kaivo'],
      ['saunat', 'sauna'],
      ['veneet', 'vene'],
    ]);
  });

  it('publishes nothing again when nothing changed', async () => {
    expect((await publish.publish({ sources: await sources() })).changes).toEqual([]);
  });

  it('carries a change of the workflow to every binding, each with a version of its own', async () => {
    const { changes } = await publish.publish({ sources: await edited('tarkastus', 'title: Avoin', 'title: Kesken') });
    expect(changesOf({ changes })).toEqual(['kaivot changed', 'saunat changed', 'tarkastus changed', 'veneet changed']);
    const [, second] = await versions('veneet');
    expect(second).toMatchObject({ n: 2, status: 'published', source: expect.stringContaining('title: Kesken') });
    expect(second?.source).toContain('title: Veneiden tarkastus');
  });

  it('changes the text of one binding alone when only that line changed', async () => {
    const before = (await versions('saunat')).at(-1)?.source;
    const line = (await edited('kylatarkastus', 'grace: P3D', 'grace: P5D')).filter(
      ({ name }) => name.kind === 'Programme',
    );
    const { changes } = await publish.publish({ sources: line });
    expect(changesOf({ changes })).toEqual(expect.arrayContaining(['veneet changed', 'saunat carried']));
    expect((await versions('saunat')).at(-1)?.source).toBe(before);
  });

  it('refuses to drop a binding while its cases run, and names the line', async () => {
    // Their scenario goes with them; what was published stays until another text takes its place.
    const played = (text: string) => text.replace('workflow: kaivot', 'workflow: saunat').replace('08-15', '05-31');
    const given = (await edited('kylatarkastus', WELLS, '\n')).map((source) =>
      source.name.kind === 'Scenario' ? { ...source, text: played(source.text) } : source,
    );
    const { findings } = await publish.plan({ sources: given });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({
        code: 'binding-in-use',
        file: 'workflows/kylatarkastus/programme.yaml',
        message: expect.objectContaining({ en: 'The binding "kaivot" is gone while 2 of its cases run' }),
      }),
    ]);
  });

  it('makes no case of the workflow when obligations are looked at again', async () => {
    expect(await system.server.get(Obligations).ensure()).toEqual({ created: 0, cancelled: 0 });
  });
});

describe('bindings on the command line', () => {
  let store: TestDatabase;
  let folder: string;

  const say = async (...words: string[]): Promise<string> => {
    let out = '';
    const code = await obey([...words, '--lang', 'en'], {
      say: (text) => (out += text),
      complain: (text) => (out += text),
    });
    expect(code).toBe(0);
    return out;
  };

  beforeAll(async () => {
    store = await database();
    process.env['DATABASE_URL'] = store.url;
    folder = await mkdtemp(join(tmpdir(), 'bindings-'));
    await cp(VILLAGE, folder, { recursive: true });
  });
  afterAll(async () => {
    delete process.env['DATABASE_URL'];
    await store.drop();
    await rm(folder, { recursive: true });
  });

  it('are planned, applied, and pulled as the files that somebody wrote', async () => {
    expect(await say('plan', folder)).toMatch(/new: kylatarkastus Workflow veneet v1\n/);
    await say('apply', folder);
    expect(await say('plan', folder)).toMatch(/^nothing to publish\n/);
    const workflows = join(folder, 'workflows/kylatarkastus');
    const before = await readdir(workflows);
    await rm(join(workflows, 'tarkastus.yaml'));
    expect(await say('pull', folder)).toBe('workflows/kylatarkastus/tarkastus.yaml\n');
    expect(await readdir(workflows)).toEqual(before);
    expect(await readFile(join(workflows, 'tarkastus.yaml'), 'utf8')).toBe(
      await readFile(join(VILLAGE, 'workflows/kylatarkastus/tarkastus.yaml'), 'utf8'),
    );
  });
});

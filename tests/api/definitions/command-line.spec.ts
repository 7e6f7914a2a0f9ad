import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { obey } from '../../../server/cli/definitions/obey.ts';
import { type TestDatabase, database } from '../../support/database.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const RIVER = join(ROOT, 'tests/fixtures/programmes/river_watch');

interface Said {
  code: number;
  out: string;
  err: string;
}

describe('npm run definitions', () => {
  let store: TestDatabase;
  let folder: string;

  const definitions = async (...words: string[]): Promise<Said> => {
    const said = { code: 0, out: '', err: '' };
    said.code = await obey([...words, '--lang', 'en'], {
      say: (text) => (said.out += text),
      complain: (text) => (said.err += text),
    });
    return said;
  };

  beforeAll(async () => {
    store = await database();
    process.env['DATABASE_URL'] = store.url;
    folder = await mkdtemp(join(tmpdir(), 'definitions-'));
    await cp(RIVER, folder, { recursive: true });
  });
  afterAll(async () => {
    delete process.env['DATABASE_URL'];
    await store.drop();
    await rm(folder, { recursive: true });
  });

  const workflow = () => join(folder, 'workflows/river_watch/weekly_sampling.yaml');
  const edit = async (from: string, to: string): Promise<void> =>
    writeFile(workflow(), (await readFile(workflow(), 'utf8')).replace(from, to));

  it('plays the scenarios and tells what they cover', async () => {
    const { code, out } = await definitions('test', folder);
    expect(out).toMatch(/weekly_sampling: 3 scenarios, 9 of 9 actions \(100 %\)\n6 definitions, 0 errors/);
    expect(code).toBe(0);
  });

  it('plans, publishes, and then has nothing left to publish', async () => {
    expect((await definitions('plan', folder)).out).toMatch(/new: river_watch Workflow weekly_sampling v1\n/);
    const applied = await definitions('apply', folder, '--note', 'first');
    expect(applied.code).toBe(0);
    expect(applied.out).toMatch(/organisations\.csv: [1-9]\d* organisations new, 0 changed\n[1-9]\d* cases made\n/);
    expect((await definitions('plan', folder)).out).toMatch(/^nothing to publish\n/);
  });

  it('imports organisations with the rest, and a file twice changes nothing', async () => {
    const list = join(folder, 'workflows/river_watch/organisations.csv');
    const lines = (await readFile(list, 'utf8')).trimEnd().split('\n');
    const columns = (lines[0] ?? '').split(',').length;
    await writeFile(list, `${lines.join('\n')}\nnew_weir,New weir,station${','.repeat(columns - 3)}\n`);
    expect((await definitions('plan', folder)).out).toContain('organisations.csv: 1 organisations new, 0 changed');
    expect((await definitions('apply', folder)).out).toContain('1 organisations new, 0 changed\n');
    expect((await definitions('apply', folder)).out).toMatch(/^nothing to publish\n0 cases made\n/);
    await writeFile(list, `${lines.join('\n')}\n`);
  });

  it('names file, line, column and what to write instead, and exits with 1', async () => {
    await edit('initial: ', 'initial: x');
    const { code, out } = await definitions('lint', folder);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^workflows\/river_watch\/weekly_sampling\.yaml:\d+:10 error unknown-state There is no state "x\w+"\. Did you mean/m,
    );
  });

  it('publishes nothing while there is an error', async () => {
    const { code, out } = await definitions('apply', folder);
    expect(code).toBe(1);
    expect(out).not.toContain('cases made');
  });

  it('pulls the published texts over local changes', async () => {
    const { code, out } = await definitions('pull', folder);
    expect({ code, out }).toEqual({ code: 0, out: 'workflows/river_watch/weekly_sampling.yaml\n' });
    expect(await readFile(workflow(), 'utf8')).toBe(
      await readFile(join(RIVER, 'workflows/river_watch/weekly_sampling.yaml'), 'utf8'),
    );
    expect((await definitions('pull', folder)).out).toBe('all files are as published\n');
  });

  describe('beside drafts in the browser', () => {
    const sql = async (statement: string, source: string): Promise<void> => {
      const client = new Client(store.url);
      await client.connect();
      await client.query(statement, [source]);
      await client.end();
    };
    const draft = (source: string): Promise<void> =>
      sql(
        `INSERT INTO definition_draft (id, programme_id, kind, key, base, rev, source, begun_at, saved_at)
         SELECT gen_random_uuid(), id, 'Workflow', 'weekly_sampling', 1, 1, $1, now(), now()
           FROM programme WHERE key = 'river_watch'`,
        source,
      );
    const redraft = (source: string): Promise<void> => sql(`UPDATE definition_draft SET source = $1`, source);

    it('does not publish a definition that somebody is editing, and says so', async () => {
      await draft('# being edited\n');
      await edit('title: ', 'title: Renamed ');
      expect(await definitions('plan', folder)).toMatchObject({
        code: 0,
        out: expect.stringMatching(/weekly_sampling\.yaml:1:1 warning draft-in-browser There is a draft/),
      });
      const refused = await definitions('apply', folder);
      expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('with pull --drafts') });
      expect((await definitions('plan', folder)).out).toContain(
        'changed: river_watch Workflow weekly_sampling v1 → v2',
      );
    });

    it('publishes beside it where that is asked for, and leaves the draft alone', async () => {
      const applied = await definitions('apply', folder, '--beside-drafts');
      expect(applied).toMatchObject({ code: 0, out: expect.stringContaining('weekly_sampling v1 → v2') });
    });

    it('pulls drafts where they are asked for, and clears one that is published as it is', async () => {
      expect((await definitions('pull', folder)).out).toBe('all files are as published\n');
      const published = await readFile(workflow(), 'utf8');
      expect((await definitions('pull', folder, '--drafts')).out).toBe('workflows/river_watch/weekly_sampling.yaml\n');
      expect(await readFile(workflow(), 'utf8')).toBe('# being edited\n');
      await writeFile(workflow(), published);
      expect((await definitions('apply', folder)).code).toBe(0);
      await definitions('pull', folder, '--drafts');
      await writeFile(workflow(), published.replace('title: ', 'title: Twice '));
      await redraft(await readFile(workflow(), 'utf8'));
      expect((await definitions('apply', folder)).out).toContain('weekly_sampling v2 → v3');
      expect((await definitions('pull', folder, '--drafts')).out).toBe('all files are as published\n');
    });
  });

  it('says how it is used', async () => {
    const { code, err } = await definitions('publish');
    expect(code).toBe(2);
    expect(err).toMatch(/^Usage: npm run definitions/);
  });
});

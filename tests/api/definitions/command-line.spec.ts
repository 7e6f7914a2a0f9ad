import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
    expect(applied).toMatchObject({ code: 0, out: expect.stringContaining('cases made') });
    expect((await definitions('plan', folder)).out).toMatch(/^nothing to publish\n/);
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

  it('says how it is used', async () => {
    const { code, err } = await definitions('publish');
    expect(code).toBe(2);
    expect(err).toMatch(/^Usage: npm run definitions/);
  });
});

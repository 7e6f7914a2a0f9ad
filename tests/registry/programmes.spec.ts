import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { examineWithScenarios } from '../../server/cli/definitions/examine.ts';
import { buildModels } from '../../server/registry/shelf.ts';
import { readFolder } from '../../server/registry/folder.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const STRANGE = join(ROOT, 'tests/fixtures/programmes');

const folders: [string, string][] = [
  ['the shipped programme', ROOT],
  ...readdirSync(STRANGE).map((name): [string, string] => [name, join(STRANGE, name)]),
];

describe.each(folders)('%s', (_, folder) => {
  it('has no error, and every scenario passes', async () => {
    const { findings, coverage } = await examineWithScenarios(folder);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ file, line, message }) => `${file}:${line} ${message.en}`)).toEqual([]);
    expect(coverage.length).toBeGreaterThan(0);
  });

  it('is read alike however its lines end', async () => {
    const { sources } = await readFolder(folder);
    const windows = sources.map((source) => ({ ...source, text: source.text.replaceAll('\n', '\r\n') }));
    expect([...buildModels(windows).models.keys()]).toEqual([...buildModels(sources).models.keys()]);
  });
});

it('covers every action of the shipped programme by scenarios', async () => {
  const { coverage } = await examineWithScenarios(ROOT);
  expect(coverage.filter(({ covered, all }) => covered < all)).toEqual([]);
});

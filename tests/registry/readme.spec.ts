import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parse as parseYaml, stringify } from 'yaml';
import { examine, examineWithScenarios } from '../../server/cli/definitions/examine.ts';
import { findingLine } from '../../server/cli/definitions/report.ts';
import type { Finding } from '../../server/contract/finding.ts';
import { type Piece, part, piecesOf, sectionsOf } from '../support/readme.ts';

/** The walk-through and the recipes of the README, done as they say. */

const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

const write = async (files: ReadonlyMap<string, string>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'formflow-readme-'));
  folders.push(folder);
  for (const [file, text] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  return folder;
};

const isFile = ({ title }: Piece): boolean => title.includes('/');

const pieces = piecesOf(part('walk-through'));
const walkThrough = new Map(pieces.filter(isFile).map(({ title, text }) => [title, text]));

const told = (findings: readonly Finding[]): string[] => findings.map((finding) => findingLine(finding, 'en'));

describe('the walk-through of the README', () => {
  it('builds a programme in which lint finds nothing, and whose scenarios pass and try every action', async () => {
    const { findings, coverage, organisations } = await examineWithScenarios(await write(walkThrough));
    expect(told(findings)).toEqual([]);
    expect(coverage).toEqual([{ workflow: 'equipment_count', scenarios: 2, covered: 5, all: 5 }]);
    expect(organisations.map(({ code }) => code)).toEqual(['office', 'north', 'south', 'hill']);
  });

  it('shows what lint says of a slip', async () => {
    const answer = pieces.find(({ title }) => title === 'lint')?.text.trim();
    const [file = ''] = [...walkThrough.keys()].filter((name) => name.endsWith('/equipment_count.yaml'));
    const slip = walkThrough.get(file)?.replace('notify: [librarian, checker]', 'notify: [librarian, cheker]') ?? '';
    const { findings } = await examine(await write(new Map([...walkThrough, [file, slip]])));
    expect(told(findings)).toEqual([answer]);
  });
});

type Tree = Record<string, unknown>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Under these keys a recipe replaces entries; everything else it replaces whole. */
const COLLECTIONS = [
  'properties',
  'tables',
  'params',
  'roles',
  'actors',
  'deadlines',
  'metrics',
  'messages',
  'on',
  'rights',
];

const withEntries = (before: unknown, after: unknown): unknown =>
  isTree(before) && isTree(after) ? { ...before, ...after } : after;

const merged = (before: Tree, after: Tree): Tree => {
  const entries = Object.entries(after).map(([key, value]): [string, unknown] => {
    const old = before[key];
    if (COLLECTIONS.includes(key)) return [key, withEntries(old, value)];
    if (key !== 'states' || !isTree(old) || !isTree(value)) return [key, value];
    const states = Object.entries(value).map(([state, given]) => [state, merged(asTree(old[state]), asTree(given))]);
    return [key, { ...old, ...Object.fromEntries(states) }];
  });
  return { ...before, ...Object.fromEntries(entries) };
};

const asTree = (value: unknown): Tree => (isTree(value) ? value : {});

const FILES: Record<string, string> = {
  form: 'forms/library_count/equipment_count.json',
  programme: 'workflows/library_count/programme.yaml',
  workflow: 'workflows/library_count/equipment_count.yaml',
};

/** The first lines of a scenario, which recipes leave out. */
const SCENARIO = 'kind: Scenario\nkey: recipe\nworkflow: equipment_count\n';

const isScenario = (file: string): boolean => file.includes('/scenarios/');

/** The files of the walk-through with the pieces of a recipe in their places; its own scenarios stand for the others. */
const withRecipe = (recipe: readonly Piece[]): Map<string, string> => {
  const hasScenario = recipe.some(({ title }) => title === 'scenario');
  const files = new Map([...walkThrough].filter(([file]) => !hasScenario || !isScenario(file)));
  for (const piece of recipe) {
    const file = FILES[piece.title];
    const given = parseYaml(piece.text) as Tree;
    if (isFile(piece)) files.set(piece.title, piece.text);
    else if (file === undefined) files.set('workflows/library_count/scenarios/recipe.yaml', `${SCENARIO}${piece.text}`);
    else {
      const whole = merged(parseYaml(files.get(file) ?? '') as Tree, given);
      files.set(file, file.endsWith('.json') ? JSON.stringify(whole, null, 2) : stringify(whole));
    }
  }
  return files;
};

/** A recipe shows one thing: it need not try every action, nor translate the whole programme. */
const LEFT_OPEN = ['not-covered', 'title-missing'];

describe('a recipe of the README', () => {
  it.each(sectionsOf(part('recipes')).map(({ heading, text }) => [heading, text]))('%s', async (_, text) => {
    const recipe = piecesOf(text);
    expect(recipe.map(({ title }) => title.includes('/') || title === 'scenario' || title in FILES)).not.toContain(
      false,
    );
    const { findings, coverage } = await examineWithScenarios(await write(withRecipe(recipe)));
    expect(told(findings.filter(({ code }) => !LEFT_OPEN.includes(code)))).toEqual([]);
    expect(coverage.map(({ scenarios }) => scenarios)).not.toContain(0);
  });
});

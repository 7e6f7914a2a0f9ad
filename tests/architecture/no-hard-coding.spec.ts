import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

/**
 * Nothing of any notice stands in program code: every key that the shipped definitions chose (forms, workflows, states,
 * actions, fields, roles, kinds, tables) and every piece of their Chinese titles is looked for in server/ and client/.
 */

const ROOT = join(import.meta.dirname, '../..');

const filesUnder = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

/** Keys that are ordinary words of the field; program code uses them for its own purposes. Reviewed one by one. */
const ORDINARY = new Set([
  'open',
  'submitted',
  'approve',
  'return',
  'submit',
  'withdraw',
  'reopen',
  'zero',
  'review',
  'report',
  'draft',
  'name',
  'phone',
  'date',
  'organisation',
  'total',
  'title',
  'number',
  'content',
  'note',
  'other',
  'none',
  'manager',
  'reviewer',
  'designer',
  'accepted',
  'rows',
  'kind',
  'kinds',
  'place',
  'target',
  'sex',
  'age',
  'm',
  'f',
  'count',
  'amount',
  'auditor',
  'registrar',
  'organiser',
  'subject',
  'institution',
  'filler',
  'guide',
  'period',
  'amend',
  'family',
  'post',
  'source',
  'people',
  'demonstration',
  'prepare',
]);

type Tree = Record<string, unknown>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

const keysBelow = (tree: unknown, name: string): string[] => {
  if (Array.isArray(tree)) return tree.flatMap((item) => keysBelow(item, name));
  if (!isTree(tree)) return [];
  return Object.entries(tree).flatMap(([key, value]) => [
    ...(key === name && isTree(value) ? Object.keys(value) : []),
    ...keysBelow(value, name),
  ]);
};

const CHOSEN_UNDER = [
  'properties',
  'states',
  'on',
  'actors',
  'deadlines',
  'roles',
  'organisation_kinds',
  'tables',
  'rows',
  'metrics',
  'params',
];

const textsOf = (tree: unknown): string[] => {
  if (typeof tree === 'string') return [tree];
  if (Array.isArray(tree)) return tree.flatMap(textsOf);
  return isTree(tree) ? Object.values(tree).flatMap(textsOf) : [];
};

const definitions = [...filesUnder('forms', /\.json$/), ...filesUnder('workflows', /\.yaml$/)].map((file) => ({
  file,
  tree: parse(readFileSync(file, 'utf8')) as Tree,
}));

const chosenKeys = new Set(
  definitions
    .flatMap(({ tree }) => [tree['key'], tree['$id'], ...CHOSEN_UNDER.flatMap((name) => keysBelow(tree, name))])
    .filter((key): key is string => typeof key === 'string' && !key.startsWith('@') && !ORDINARY.has(key)),
);

/** Chinese titles of programmes, forms and workflows: long enough that no product text contains them by chance. */
const titles = new Set(
  definitions.flatMap(({ tree }) => textsOf(tree['title'])).filter((text) => /\p{Script=Han}{4}/u.test(text)),
);

const sources = [...filesUnder('server', /\.(ts|mjs)$/), ...filesUnder('client', /\.(tsx?|css|html)$/)].filter(
  (file) => !file.includes('node_modules'),
);

describe('program code', () => {
  it('finds definitions and code to compare', () => {
    expect(chosenKeys.size).toBeGreaterThan(40);
    expect(titles.size).toBeGreaterThan(5);
    expect(sources.length).toBeGreaterThan(100);
  });

  it('names no key that the shipped definitions chose', () => {
    const literal = /(['"`])([a-z][a-z0-9_]{1,62})\1/g;
    const found = sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(literal)]
        .filter(([, , key]) => key !== undefined && chosenKeys.has(key))
        .map(([, , key]) => `${relative(ROOT, file)}: ${String(key)}`),
    );
    expect(found).toEqual([]);
  });

  it('contains no title of the shipped definitions', () => {
    const found = sources.flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return [...titles].filter((title) => text.includes(title)).map((title) => `${relative(ROOT, file)}: ${title}`);
    });
    expect(found).toEqual([]);
  });
});

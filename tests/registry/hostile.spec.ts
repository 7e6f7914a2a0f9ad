import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from '@jest/globals';
import { DEFINITION_KINDS } from '../../server/contract/key.ts';
import { compilePattern } from '../../server/engine/form/pattern.ts';
import { readFolder } from '../../server/registry/folder.ts';
import { inspect } from '../../server/registry/inspect.ts';
import { parse } from '../../server/registry/parse.ts';
import { buildModels } from '../../server/registry/shelf.ts';
import { aSource, calendar, parsed, told } from './trial.ts';
import { aForm, aProgramme, aWorkflow } from './lint/lantern.ts';

/** How long something took, in milliseconds. */
const timed = (work: () => unknown): number => {
  const begin = performance.now();
  work();
  return performance.now() - begin;
};

const codes = (kind: 'Form' | 'Calendar', text: string): string[] =>
  parsed(kind, text).findings.map(({ code }) => code);

describe('hostile definitions', () => {
  afterEach(() => {
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('refuses an alias bomb without unfolding it', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 10; i += 1) {
      const [name, before] = [String.fromCharCode(97 + i), String.fromCharCode(96 + i)];
      lines.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`);
    }
    expect(codes('Calendar', lines.join('\n'))).toContain('alias');
  });

  it.each([
    ['flow lists', 'Calendar', '['.repeat(100_000)],
    ['flow maps', 'Calendar', '{a: '.repeat(60_000)],
    ['block lists', 'Calendar', '- '.repeat(100_000)],
    ['explicit keys', 'Calendar', '? '.repeat(100_000)],
    ['JSON lists', 'Form', '['.repeat(100_000)],
    ['JSON objects', 'Form', '{"a":'.repeat(50_000)],
  ] as const)('refuses 100,000 levels of %s quickly, with a place', (_, kind, text) => {
    let found: string[] = [];
    expect(timed(() => (found = codes(kind, text)))).toBeLessThan(10_000);
    expect(found).toEqual(['too-deep']);
  });

  it('refuses 100,000 levels of indentation', () => {
    const text = Array.from({ length: 700 }, (_, n) => `${' '.repeat(n)}a:`).join('\n');
    expect(codes('Calendar', text)).toEqual(['too-deep']);
  });

  it('allows 32 levels and refuses the 33rd', () => {
    const nested = (levels: number): string => `${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}`;
    const yaml = (levels: number): string[] =>
      codes('Calendar', calendar(`  2024: {}\n`).replace('title: T', `title: ${nested(levels)}`));
    expect(yaml(32)).not.toContain('too-deep');
    expect(yaml(35)).toContain('too-deep');
    const json = (levels: number): string[] => codes('Form', `{"a": ${nested(levels)}}`);
    expect(json(32)).not.toContain('too-deep');
    expect(json(35)).toContain('too-deep');
  });

  it('refuses 50 MB without reading it', () => {
    const text = 'x'.repeat(50_000_000);
    let found: string[] = [];
    expect(timed(() => (found = codes('Calendar', text)))).toBeLessThan(2_000);
    expect(found).toEqual(['too-large']);
  });

  it('counts bytes, not letters', () => {
    expect(codes('Calendar', calendar('', `description: ${'汉'.repeat(90_000)}\n`))).toEqual(['too-large']);
  });

  it.each([
    ['YAML', 'Calendar', Array.from({ length: 30_000 }, (_, n) => `k${n}:`).join('\n')],
    ['JSON', 'Form', `{${Array.from({ length: 22_000 }, (_, n) => `"k${n}":1`).join(',')}}`],
  ] as const)('refuses tens of thousands of keys in %s quickly', (_, kind, text) => {
    let found: string[] = [];
    expect(timed(() => (found = codes(kind, text)))).toBeLessThan(20_000);
    expect(found).toContain('too-many-values');
  });

  it.each([
    ['NUL', '\u0000'],
    ['escape', '\u001b[31m'],
    ['half a character', '\ud800'],
    ['another byte order mark, turned round', '\ufffe'],
  ])('refuses unprintable characters: %s', (_, letter) => {
    expect(codes('Calendar', calendar('  {}\n', `description: a${letter}b\n`))).toEqual(['control-character']);
  });

  it.each(['file:///etc/passwd', 'http://example.org/s.json', '#/properties/a', '../other.json', '#', '#/$defs/a/b'])(
    'refuses a reference to %s',
    (ref) => {
      const found = parsed('Form', aForm({ a: { $ref: ref } }));
      expect(told(found).join()).toMatch(/wrong-form: .* → a reference stays inside the file/);
    },
  );

  it('refuses a reference to itself, however long the way', () => {
    const text = JSON.stringify({
      ...JSON.parse(aForm({ a: { $ref: '#/$defs/x' } })),
      $defs: {
        x: { type: 'object', title: 'X', properties: { y: { $ref: '#/$defs/y' } } },
        y: { type: 'array', title: 'Y', maxItems: 2, items: { $ref: '#/$defs/x' } },
      },
    });
    const { findings } = buildModels([aSource('Programme', aProgramme()), aSource('Form', text)]);
    expect(findings.map(({ code }) => code)).toEqual(['ref-cycle']);
  });

  it('refuses references that unfold to millions', () => {
    const defs: Record<string, unknown> = { d0: { type: 'string', title: 'T' } };
    for (let i = 1; i < 12; i += 1)
      defs[`d${i}`] = {
        type: 'object',
        title: 'T',
        properties: Object.fromEntries(Array.from({ length: 5 }, (_, n) => [`p${n}`, { $ref: `#/$defs/d${i - 1}` }])),
      };
    const text = JSON.stringify({ ...JSON.parse(aForm({ a: { $ref: '#/$defs/d11' } })), $defs: defs });
    let found: string[] = [];
    const sources = [aSource('Programme', aProgramme()), aSource('Form', text)];
    expect(timed(() => (found = buildModels(sources).findings.map(({ code }) => code)))).toBeLessThan(2_000);
    expect(found).toEqual(['too-many-values']);
  });

  it.each([
    '$data',
    '$dynamicRef',
    '$anchor',
    'unevaluatedProperties',
    'patternProperties',
    'propertyNames',
    'not',
    'anyOf',
  ])('knows no keyword %s in a field', (keyword) => {
    const found = parsed('Form', aForm({ a: { type: 'string', title: 'A', [keyword]: {} } }));
    expect(told(found).join()).toContain(`unknown-key: There is no key "${keyword}" here`);
  });

  it.each([
    ['nested repetition', '^(a+)+$', 'a'.repeat(2_000)],
    ['alternatives that overlap', '^(a|a)*$', 'a'.repeat(2_000)],
    ['neighbours that overlap', '(x+x+)+y', 'x'.repeat(2_000)],
    ['many optional parts', 'a?'.repeat(100) + 'a'.repeat(100), 'a'.repeat(2_000)],
    ['states without end', 'a.{60}'.repeat(7), 'ab'.repeat(1_000)],
  ])('runs an exploding pattern in linear time: %s', (_, source, text) => {
    const pattern = compilePattern(source);
    if (typeof pattern === 'string') throw new Error(pattern);
    pattern.test(text);
    expect(timed(() => pattern.test(`${text}!`.slice(-2_000)))).toBeLessThan(50);
  });

  it.each([
    ['look-ahead', '(?=a)b', 'unsupported'],
    ['look-behind', '(?<!a)b', 'unsupported'],
    ['a back-reference', '(a)\\1', 'unsupported'],
    ['a group that is not closed', '(a', 'unsupported'],
    ['too large a program', '(.{1,200}){1,5}x{300}', 'too-large'],
  ])('refuses a pattern with %s before it is published', (_, pattern, problem) => {
    expect(compilePattern(pattern)).toBe(problem);
    const form = aForm({ a: { type: 'string', title: 'A', pattern } });
    const { findings } = inspect([
      aSource('Programme', aProgramme()),
      aSource('Form', form),
      aSource('Workflow', aWorkflow()),
    ]);
    expect(findings.map(({ code }) => code)).toContain('pattern-unsupported');
  });

  it('refuses a guard that would take too long', () => {
    const row = { type: 'object', properties: { n: { type: 'integer', title: 'N' } } };
    const form = aForm({ rows: { type: 'array', title: 'R', maxItems: 20_000, items: row } });
    const guard = 'form.rows.all(a, form.rows.exists(b, b.n == a.n))';
    const workflow = aWorkflow({ require: `[{expr: '${guard}', message: M}]` });
    const { findings } = inspect([
      aSource('Programme', aProgramme()),
      aSource('Form', form),
      aSource('Workflow', workflow),
    ]);
    expect(findings.map(({ code }) => code)).toContain('expression-too-costly');
  });

  it('survives any text in any kind of definition', () => {
    const letters = fc.stringMatching(/^[[\]{}:,"'&*!|>%@`#?\n\t a-z0-9$_.-]{0,80}$/);
    fc.assert(
      fc.property(fc.constantFrom(...DEFINITION_KINDS), letters, (kind, text) => {
        const { findings, value } = parse(aSource(kind, text));
        expect(value === undefined || findings.length === 0).toBe(true);
        for (const { line, column } of findings) expect(line > 0 && column > 0).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes no file by its link, and none that is not where it belongs', async () => {
    const root = await mkdtemp(join(tmpdir(), 'hostile-'));
    await mkdir(join(root, 'forms/trial'), { recursive: true });
    await mkdir(join(root, 'workflows/trial'), { recursive: true });
    await symlink('/etc/passwd', join(root, 'forms/trial/secret.json'));
    await writeFile(join(root, 'forms/trial/Upper.json'), '{}');
    await writeFile(join(root, 'workflows/trial/notes.yml'), 'a: 1');
    await writeFile(join(root, 'workflows/trial/latin.yaml'), Buffer.from([0x61, 0x3a, 0x20, 0xe9]));
    await writeFile(join(root, 'workflows/trial/huge.yaml'), 'x'.repeat(300_000));
    const { sources, findings } = await readFolder(root);
    await rm(root, { recursive: true });
    expect(sources).toEqual([]);
    expect(findings.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'forms/trial/Upper.json misplaced-file',
      'workflows/trial/huge.yaml too-large',
      'workflows/trial/latin.yaml encoding',
      'workflows/trial/notes.yml misplaced-file',
    ]);
  });
});

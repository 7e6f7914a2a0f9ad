import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { insertAfter, removeAt, renameAt, setAt } from '../../../client/src/designer/yaml/edit-yaml.ts';
import { rangeOf, rangeOfPath } from '../../../client/src/designer/yaml/finding-range.ts';
import { at, type Path, valueOf } from '../../../client/src/designer/yaml/read-yaml.ts';
import { commentsOf, YAML_TEXTS } from './workflow-texts.ts';

const pathsOf = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => {
        const here = [...path, Array.isArray(value) ? Number(key) : key];
        return [here, ...pathsOf(inner, here)];
      })
    : [];

const isLeaf = (value: unknown): boolean => typeof value !== 'object' || value === null;

const place = fc.tuple(fc.constantFrom(...YAML_TEXTS), fc.nat()).map(([text, n]) => {
  const paths = pathsOf(valueOf(text));
  return { text, path: paths[n % paths.length] ?? [] };
});
const leaf = place.filter(({ text, path }) => isLeaf(at(valueOf(text), path)));

/** Words that a careless writer of YAML gets wrong. */
const words = fc.oneof(
  fc.constantFrom(
    '',
    ' two ',
    'a: b',
    '# no comment',
    "it's",
    '- x',
    'true',
    '2024',
    '2024-03-31',
    'one\ntwo',
    '{x}',
    '@due.report',
    '[a',
    'a, b',
    '“引号”：冒号',
  ),
  fc.string({ maxLength: 12 }),
);
const scalar = fc.oneof(words, fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.boolean());
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie('value'), { minLength: 1, maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z][a-z_]{0,8}$/), tie('value'), { minKeys: 1, maxKeys: 4 }),
  ),
})).value;

describe('editing a definition text by path', () => {
  it('says exactly what was set, whatever stood there before', () => {
    fc.assert(
      fc.property(place, anything, ({ text, path }, value) => {
        expect(at(valueOf(setAt(text, path, value)), path)).toEqual(value);
      }),
      { numRuns: 150 },
    );
  });

  it('changes one value on its own lines only, and loses no comment', () => {
    fc.assert(
      fc.property(leaf, words, ({ text, path }, value) => {
        const edited = setAt(text, path, value);
        expect(commentsOf(edited)).toEqual(commentsOf(text));
        const kept = new Set(edited.split('\n'));
        const lost = text.split('\n').filter((line) => !kept.has(line));
        expect(lost.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });

  it('gives the first text back byte for byte when the value is set back', () => {
    fc.assert(
      fc.property(leaf, ({ text, path }) => {
        const before = at(valueOf(text), path);
        const there = setAt(text, path, 'somewhere else');
        expect(valueOf(setAt(there, path, before))).toEqual(valueOf(text));
        expect(setAt(text, path, before)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it('takes away what is named and nothing else', () => {
    fc.assert(
      fc.property(place, ({ text, path }) => {
        const edited = removeAt(text, path);
        const left = new Set(pathsOf(valueOf(edited)).map((one) => JSON.stringify(one)));
        const last = path.at(-1);
        const parent = path.slice(0, -1);
        if (typeof last === 'string') expect(left.has(JSON.stringify(path))).toBe(false);
        const untouched = pathsOf(valueOf(text)).filter((one) => one[0] !== path[0]);
        for (const one of untouched) expect(at(valueOf(edited), one)).toEqual(at(valueOf(text), one));
        expect(parent.length).toBe(path.length - 1);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves a text with broken syntax alone', () => {
    const broken = 'a: {b: 1\nc: [';
    expect(setAt(broken, ['a', 'b'], 2)).toBe(broken);
    expect(insertAfter(broken, ['a'], { key: 'x', value: 1, after: null })).toBe(broken);
    expect(renameAt(broken, ['a'], 'z')).toBe(broken);
  });

  it('keeps the comments beside and above what is changed, and the author’s spacing', () => {
    const text = [
      '# the report',
      'actors:',
      '  filler:   {role: clerk,  scope: own}   # the clerk',
      '  # who checks',
      '  checker:  {role: boss, scope: programme}',
      'metrics:',
      '  rows: form.rows.size()  # all of them',
      '',
    ].join('\n');
    const edited = setAt(setAt(text, ['actors', 'filler', 'scope'], 'subtree'), ['metrics', 'sum'], '1');
    expect(edited).toBe(
      text.replace('scope: own', 'scope: subtree').replace('# all of them\n', '# all of them\n  sum: "1"\n'),
    );
  });
});

describe('the place of a finding in the text', () => {
  const text = 'states:\n  open: {to: nowhere, title: x}\n';

  it('covers the word that lint points to', () => {
    const { from, to } = rangeOf(text, { line: 2, column: 14 });
    expect(text.slice(from, to)).toBe('nowhere');
  });

  it('covers the key of what is selected', () => {
    const range = rangeOfPath(text, ['states', 'open', 'title']);
    expect(text.slice(range?.from, range?.to)).toBe('title');
  });
});

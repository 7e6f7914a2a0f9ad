import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DiffLine, folded, lineDifference } from '../../../client/src/designer/publish/line-difference.ts';
import { versionChanges } from '../../../client/src/designer/publish/version-words.ts';

const shown = (lines: readonly DiffLine[]): string[] =>
  lines.map((line) => {
    if (line.kind === 'skipped') return `… ${line.count}`;
    return `${{ same: ' ', removed: '-', added: '+' }[line.kind]} ${line.text}`;
  });

const side = (lines: readonly DiffLine[], other: 'added' | 'removed'): string =>
  lines.flatMap((line) => (line.kind === 'skipped' || line.kind === other ? [] : [line.text])).join('\n');

describe('two texts line by line', () => {
  it('keep what is equal and tell what is not', () => {
    const lines = lineDifference('a\nb\nc\nd', 'a\nx\nc\nd\ne');
    expect(shown(lines)).toEqual(['  a', '- b', '+ x', '  c', '  d', '+ e']);
  });

  it('give back both texts whole', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '  d'), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = lineDifference(before.join('\n'), after.join('\n'));
        expect(side(lines, 'added')).toBe(before.join('\n').trimEnd());
        expect(side(lines, 'removed')).toBe(after.join('\n').trimEnd());
      }),
    );
  });

  it('fold away long runs of equal lines', () => {
    const many = Array.from({ length: 20 }, (_, n) => String(n));
    const changed = many.map((line) => (line === '10' ? 'ten' : line));
    expect(shown(folded(lineDifference(many.join('\n'), changed.join('\n'))))).toEqual([
      '… 7',
      '  7',
      '  8',
      '  9',
      '- 10',
      '+ ten',
      '  11',
      '  12',
      '  13',
      '… 6',
    ]);
  });

  it('takes thousands of changed lines without standing still', () => {
    const before = Array.from({ length: 5_000 }, (_, n) => `a${n}`).join('\n');
    const after = Array.from({ length: 5_000 }, (_, n) => `b${n}`).join('\n');
    const lines = lineDifference(before, after);
    expect([side(lines, 'added') === before, side(lines, 'removed') === after]).toEqual([true, true]);
  });
});

describe('two versions in words', () => {
  const programme =
    'kind: Programme\nkey: harbour\ntitle: Harbour\nzone: Europe/Lisbon\nlocales: [en]\norganisation_kinds: {}\nroles: {}\nworkflows: []\n';
  const form = (title: string): string =>
    JSON.stringify({ $id: 'log', title: 'Log', type: 'object', properties: { boats: { type: 'integer', title } } });

  it('are told as a clerk reads them', () => {
    const changes = versionChanges(
      { kind: 'Form', key: 'log' },
      { before: form('Boats'), after: form('Ships'), programme },
    );
    expect(changes?.map(({ class: grade, words }) => [grade, words.en])).toEqual([
      ['A', expect.stringMatching(/"Boats".*"Ships"/)],
    ]);
  });

  it('are nothing where a text cannot be read', () => {
    expect(versionChanges({ kind: 'Form', key: 'log' }, { before: '{', after: form('Ships'), programme })).toBeNull();
  });
});

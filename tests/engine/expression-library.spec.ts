import { describe, expect, it } from '@jest/globals';
import { Environment as Library } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { compile } from '../../server/engine/expression.ts';
import { INT, TEXT, always, listOf } from '../../server/engine/expression-type.ts';

/**
 * Our types and evaluation against the library's own, on everything that means the same in both: whole numbers without
 * division, texts, conditions, lists and macros. Where one has no value the other must have none either.
 */

const VALUES = { n: 4, word: 'hive', numbers: [3, 1, 4, 1, 5], words: ['oak', 'ash', ''] };

const ours = {
  names: new Map([
    ['n', always(INT)],
    ['word', always(TEXT)],
    ['numbers', always(listOf(INT, 10))],
    ['words', always(listOf(TEXT, 10))],
  ]),
  time: { zone: 'UTC', calendar: null },
  repeat: 1,
  strict: false,
};

const theirs = new Library()
  .registerVariable('n', 'int')
  .registerVariable('word', 'string')
  .registerVariable('numbers', 'list<int>')
  .registerVariable('words', 'list<string>');

interface Kinds extends Record<string, unknown> {
  int: string;
  text: string;
  bool: string;
  ints: string;
}

const join = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.join(''));
const say = (...texts: string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);

const expressions = fc.letrec<Kinds>((tie) => {
  const [int, text, bool, ints] = [tie('int'), tie('text'), tie('bool'), tie('ints')];
  const x = say('x', 'x * 2', 'x - n', 'x % 2');
  const test = join(say('x'), say(' > ', ' == ', ' <= ', ' != '), fc.integer({ min: 0, max: 5 }).map(String));
  return {
    int: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'expression' },
      fc.integer({ min: 0, max: 20 }).map(String),
      say('n', 'numbers[2]', 'numbers[7]'),
      join(say('('), int, say(' + ', ' - ', ' * ', ' % '), int, say(')')),
      join(say('-('), int, say(')')),
      join(text, say('.size()')),
      join(ints, say('.size()')),
      join(say('('), bool, say(' ? '), int, say(' : '), int, say(')')),
    ),
    text: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'expression' },
      say('"a"', '"蜂"', '""', 'word', 'words[0]'),
      join(say('('), text, say(' + '), text, say(')')),
      join(say('string('), int, say(')')),
    ),
    bool: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'expression' },
      say('true', 'false'),
      join(say('('), int, say(' < ', ' <= ', ' > ', ' >= ', ' == ', ' != '), int, say(')')),
      join(say('('), text, say(' == ', ' != ', ' < '), text, say(')')),
      join(say('('), bool, say(' && ', ' || '), bool, say(')')),
      join(say('!'), bool),
      join(text, say('.contains(', '.startsWith(', '.endsWith('), text, say(')')),
      join(say('('), int, say(' in '), ints, say(')')),
      join(ints, say('.exists(x, ', '.all(x, ', '.exists_one(x, '), test, say(')')),
    ),
    ints: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'expression' },
      say('numbers', '[1, 2]'),
      join(ints, say('.filter(x, '), test, say(')')),
      join(ints, say('.map(x, '), x, say(')')),
      join(ints, say('.map(x, '), test, say(', '), x, say(')')),
      join(say('('), ints, say(' + '), ints, say(')')),
    ),
  };
});

const plain = (value: unknown): unknown => {
  if (typeof value === 'bigint') return Number(value);
  return Array.isArray(value) ? value.map(plain) : value;
};

const byLibrary = (text: string): unknown => {
  try {
    const big = { ...VALUES, n: 4n, numbers: VALUES.numbers.map(BigInt) };
    return { value: plain(theirs.evaluate(text, big)) };
  } catch {
    return 'no value';
  }
};

const byUs = (text: string): unknown => {
  const compiled = compile(text, ours);
  const result = compiled.ok ? compiled.evaluate(VALUES) : compiled;
  return result.ok && 'value' in result ? { value: result.value } : 'no value';
};

describe('The expression language', () => {
  it('means what CEL means, wherever the two have the same words', () => {
    const isShort = (text: string): boolean => text.length <= 500;
    const any = fc.oneof(expressions.int, expressions.text, expressions.bool, expressions.ints).filter(isShort);
    fc.assert(
      fc.property(any, (text) => {
        const compiled = compile(text, ours);
        // Ours refuses more on purpose: macros in macros of macros, and deeper brackets.
        fc.pre(compiled.ok);
        expect(byUs(text)).toEqual(byLibrary(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws, whatever the text', () => {
    const scraps = say(
      'form',
      '.',
      '(',
      ')',
      '[',
      ']',
      '"',
      '+',
      '/',
      ' ',
      'x',
      'map',
      ',',
      '1',
      '？',
      'has',
      '&&',
      '!',
      '?',
      ':',
    );
    const anyText = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.array(scraps, { maxLength: 25 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const compiled = compile(text, ours);
        if (compiled.ok) expect(typeof compiled.evaluate(VALUES).ok).toBe('boolean');
        else
          for (const { from, to } of compiled.problems) expect(0 <= from && from <= to && to <= text.length).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

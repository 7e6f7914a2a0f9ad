import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FormFacts } from '../../server/engine/environment-values.ts';
import { generateMissing } from '../../server/engine/form/generate.ts';
import { compilePattern } from '../../server/engine/form/pattern.ts';
import { samplePattern } from '../../server/engine/form/sample-pattern.ts';
import { TOWER, deepFreeze, lighthouse } from './lighthouse.ts';

const FACTS: FormFacts = {
  organisation: TOWER,
  period: null,
  due: null,
  today: '2024-03-20',
  previous: null,
  userName: 'Anna',
};
const TABLES = `{tables: {seas: {columns: {title: text, kinds: list}, rows: {
  north: {title: North, kinds: [lightship]}, baltic: {title: Baltic}, other: {title: Other}}}}}`;

const generated = (form: string, data: Record<string, unknown> = {}) =>
  generateMissing(lighthouse('{}', TABLES, form), deepFreeze(data), FACTS);

/** The value made up for one required field. */
const made = (field: string): unknown => generated(`{required: [x], properties: {x: ${field}}}`)['x'];

describe('a required field that is missing', () => {
  it.each([
    ['{type: integer, minimum: 14, maximum: 100}', 14],
    ['{type: integer, exclusiveMinimum: 3}', 4],
    ['{type: integer, maximum: -5}', -5],
    ['{type: number, minimum: 0.5, multipleOf: 0.25}', 1],
    ['{type: number, maximum: 0.3, multipleOf: 0.1}', 0.3],
    ['{type: boolean}', false],
    ['{type: boolean, const: true}', true],
    ['{type: string, format: date}', '2024-03-20'],
    ['{type: string, format: month}', '2024-03'],
    ['{type: string, format: email}', 'sample1@example.org'],
    ['{type: string, x-widget: organisation}', 'tower'],
    ['{type: string, minLength: 12}', 'sample 1....'],
    ['{type: string, maxLength: 3}', '001'],
    ["{type: string, pattern: '^1[3-9]\\d{9}$'}", '14000000000'],
    ['{enum: [b, a]}', 'b'],
    ['{oneOf: [{const: 8, title: Other, x-other: note}, {const: 7, title: Seven}]}', 7],
    ['{oneOf: [{const: old, title: Old, x-retired: true}, {const: new, title: New}]}', 'new'],
    [
      '{x-options: {table: seas, where: "option.kinds.size() == 0 || org.kinds.exists(k, k in option.kinds)"}}',
      'baltic',
    ],
    ['{type: array, maxItems: 5, items: {enum: [a, b, c]}}', ['a']],
    ['{type: array, minItems: 2, maxItems: 5, items: {enum: [a, b, c]}}', ['a', 'b']],
    ['{type: array, maxItems: 5, items: {type: object, properties: {y: {type: string}}}}', []],
    [
      '{type: array, minItems: 1, maxItems: 5, items: {type: object, required: [y], properties: {y: {type: boolean}}}}',
      [{ y: false }],
    ],
    ['{type: object, required: [y], properties: {y: {type: boolean}}}', { y: false }],
  ])('%s is filled with %j', (field, expected) => {
    expect(made(field)).toEqual(expected);
  });

  it('is left alone where it is computed, and where it was given, also wrongly', () => {
    expect(
      generated("{required: [keeper, sum], properties: {sum: {type: integer, x-computed: '1 + 1'}}}"),
    ).not.toHaveProperty('sum');
    expect(generated('{required: [keeper]}', { keeper: 7 })).toEqual({ keeper: 7 });
  });

  it('is filled where a condition or a choice asks for it, not where it is hidden', () => {
    const form = `{required: [kind], properties: {kind: {oneOf: [{const: a, title: A}, {const: z, title: Z, x-other: note}]}, seen_on: {type: string, format: date}},
      if: {properties: {kind: {const: a}}}, then: {required: [seen_on]}, else: {properties: {seen_on: false}}}`;
    expect(generated(form)).toEqual({ kind: 'a', seen_on: '2024-03-20' });
    expect(generated(form, { kind: 'z' })).toEqual({ kind: 'z', note: 'sample 1' });
  });

  it('differs from row to row, and is the same every time', () => {
    const data = { keeper: 'x', ships: [{}, { flag: 'de' }, {}] };
    const rows = generated('{}', data)['ships'] as { name: string }[];
    expect(new Set(rows.map(({ name }) => name)).size).toBe(3);
    expect(rows[1]).toMatchObject({ flag: 'de' });
    expect(generated('{}', data)).toEqual(generated('{}', data));
  });

  it('leaves a section out that is not required', () => {
    expect(generated('{properties: {weather: {required: [wind]}}}')).not.toHaveProperty('weather');
    expect(generated('{properties: {weather: {required: [wind]}}}', { weather: {} })).toMatchObject({
      weather: { wind: 1 },
    });
  });
});

describe('a text for a pattern', () => {
  it('is one that the pattern allows, whatever parts it is made of', () => {
    const part = fc.constantFrom(
      'a',
      '[a-c]',
      '\\d',
      '[^x]',
      '(ab|c)',
      '.',
      '\\.',
      '[\\w-]',
      '(?:z)',
      '[\\u4e00-\\u9fff]',
    );
    const times = fc.constantFrom('', '?', '*', '+', '{2}', '{1,}', '{0,3}');
    const pattern = fc
      .array(
        fc.tuple(part, times).map((pair) => pair.join('')),
        { minLength: 1, maxLength: 6 },
      )
      .map((parts) => `^${parts.join('')}$`);
    fc.assert(
      fc.property(pattern, fc.nat(999), (source, seed) => {
        const compiled = compilePattern(source);
        const text = samplePattern(source, { seed });
        return typeof compiled !== 'string' && text !== null && compiled.test(text);
      }),
    );
  });

  it('is as long as asked', () => {
    expect(samplePattern('^[0-9+() -]*$', { seed: 1, minLength: 7 })).toHaveLength(7);
    expect(samplePattern('^\\d{3}$', { seed: 1, maxLength: 2 })).toBeNull();
  });

  it('is none for what the engine cannot do or no text fits', () => {
    expect(samplePattern('(?=a)a', { seed: 1 })).toBeNull();
    expect(samplePattern('^[$', { seed: 1 })).toBeNull();
    expect(samplePattern('^a$b', { seed: 1 })).toBeNull();
  });
});

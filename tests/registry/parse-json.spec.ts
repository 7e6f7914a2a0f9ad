import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { parseJson } from '../../server/registry/parse-json.ts';
import { placesIn } from '../../server/registry/place.ts';
import { parsed, told } from './trial.ts';

const read = (text: string) => parseJson(text, placesIn(text));

const form = (properties: string): string =>
  `{"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "trial", "title": "T", "type": "object",\n"properties": {\n${properties}\n}}`;

describe('JSON definitions', () => {
  it('reads whatever JSON.parse reads, with the same result and the order of the text', () => {
    const safe = fc
      .stringMatching(/^[a-zA-Z0-9 _"\\/\u4e00-\u9fff-]{0,12}$/)
      .filter((key) => !(key in Object.prototype));
    const values = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string({ unit: 'grapheme' }),
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 5 }),
        fc.dictionary(safe, tie('value'), { maxKeys: 5, noNullPrototype: true }),
      ),
    })).value;
    fc.assert(
      fc.property(values, fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const result = read(text);
        expect(result.faults).toEqual([]);
        expect(JSON.stringify(result.value)).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it('never throws, and refuses what JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[[\]{}:,"'0-9a-f\\ tnrue.+/-]{0,20}$/), (text) => {
        const isJson = ((): boolean => {
          try {
            JSON.parse(text);
            return true;
          } catch {
            return false;
          }
        })();
        const { faults } = read(text);
        if (!isJson) expect(faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['a comment', '// hello\n"a": {"type": "string"}', '3:1 syntax: JSON has no comments'],
    ['a trailing comma', '"a": {"type": "string"},', '4:1 syntax: Here must stand a key in double quotes, not "}"'],
    ['a missing comma', '"a": {"type": "string"} "b": {}', '3:25 syntax: Here must stand a comma or }, not "\\""'],
    ['single quotes', "'a': {}", '3:1 syntax: Here must stand a key in double quotes'],
    ['a key without quotes', 'a: {}', '3:1 syntax: Here must stand a key in double quotes, not "a"'],
    ['a line break in a text', '"a": {"title": "x\ny"}', '3:16 syntax: This text has no closing quote'],
    ['a number with a leading zero', '"a": {"maxLength": 010}', '3:20 syntax: This is not a number'],
    ['a number too large', '"a": {"maximum": 1e999}', '3:18 number-too-large'],
    [
      'a key twice',
      '"a": {"type": "string"},\n"a": {"type": "integer"}',
      '4:1 duplicate-key: The key "a" stands here twice',
    ],
    ['a prototype', '"__proto__": {"polluted": true}', '3:1 reserved-key'],
    ['a constructor', '"constructor": {"prototype": {"polluted": true}}', '3:1 reserved-key'],
  ])('refuses %s, with its place', (_, properties, expected) => {
    expect(told(parsed('Form', form(properties))).join('\n')).toContain(expected);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each(['', ' ', '\n\n'])('says that a file with %j ends too early', (text) => {
    expect(told(parsed('Form', text)).join()).toContain('The file ends here');
  });

  it('refuses anything after the end', () => {
    expect(told(parsed('Form', `${form('')} x`)).join()).toContain('Here must stand the end of the file');
  });
});

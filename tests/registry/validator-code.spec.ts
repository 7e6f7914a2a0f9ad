import type { RJSFSchema } from '@rjsf/utils';
import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { RUNTIME_MODULES, validatorCode } from '../../server/registry/validator-code.ts';
import { buildModels } from '../../server/registry/shelf.ts';
import type { SchemaObject } from '../../server/registry/schema-object.ts';
import { formValidator } from '../../server/registry/form-validator.ts';
import { aForm, aProgramme } from './lint/lantern.ts';
import { runModule, runtimeNames } from './runtime.ts';
import { aSource } from './trial.ts';

const schemaOf = (form: string, tables = '{}'): SchemaObject | undefined =>
  buildModels([aSource('Programme', aProgramme({ tables })), aSource('Form', form)])
    .programmes.get('trial')
    ?.forms.get('trial')?.schema;

const compiled = (properties: Record<string, unknown>, more: Record<string, unknown> = {}): SchemaObject => {
  const schema = schemaOf(aForm(properties, more));
  if (schema === undefined) throw new Error('the form was not loaded');
  return schema;
};

/** The identifiers, keywords and operators of a program: everything but literals and comments; numbers at ends of names left out. */
const vocabulary = (code: string): string[] => {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, code);
  const words = new Set<string>();
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan())
    if (token !== ts.SyntaxKind.StringLiteral) words.add(scanner.getTokenText().replace(/\d+$/, ''));
  return [...words].sort();
};

/** Conditions are exported under their hash, which is a name now and then. */
const withoutHashes = (code: string): string => code.replace(/exports\.[a-f]\w* = /g, 'exports["hash"] = ');

const words = (code: string): string[] => vocabulary(withoutHashes(code));

/** Texts that would end a string, a comment or a script, or call something. */
const hostile = fc.oneof(
  fc.constantFrom(
    '"];attack();["',
    "');attack();('",
    '`${attack()}`',
    '*/attack()/*',
    '</script><script>attack()</script>',
    '\\u0022+attack()+\\u0022',
    '\u2028attack()\u2029',
    '\\',
    '"',
    "'",
    '${attack}',
    'constructor',
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const places = (text: string): [string, string][] => [
  ['title', aForm({ a: { type: 'string', title: text } })],
  ['description', aForm({ a: { type: 'string', title: 'A', description: text } })],
  ['option title', aForm({ a: { oneOf: [{ const: 'c', title: text }] } })],
  ['option code', aForm({ a: { oneOf: [{ const: text, title: 'T' }] } })],
  [
    'code of a condition',
    aForm(
      { a: { type: 'string' }, b: { type: 'string' } },
      { if: { properties: { a: { const: text } }, required: ['a'] }, then: { required: ['b'] } },
    ),
  ],
  ['mark', aForm({ a: { type: 'integer', 'x-na': text.slice(0, 20) } })],
  ['pattern', aForm({ a: { type: 'string', pattern: text } })],
  [
    'pattern of a condition',
    aForm({ a: { type: 'string' } }, { if: { properties: { a: { pattern: text } } }, then: { required: ['a'] } }),
  ],
  ['help', aForm({ a: { type: 'string', 'x-help': text } })],
  ['default', aForm({ a: { type: 'string', 'x-default': text } })],
  ['example', aForm({ a: { type: 'string', 'x-example': { text } } })],
  ['message', aForm({ a: { type: 'string', 'x-messages': { pattern: text } } })],
  ['rule', aForm({ a: { type: 'string' } }, { 'x-rules': [{ expr: 'true', message: text }] })],
  ['key', aForm({ [text]: { type: 'string' } })],
  ['required', aForm({ a: { type: 'string' } }, { required: [text] })],
  ['format', aForm({ a: { type: 'string', format: text } })],
  ['keyword', aForm({ a: { type: 'string', [text]: 1 } })],
  ['name of the form', aForm({ a: { type: 'string' } }, { $id: text })],
];

/** The words of the code where a harmless text stands in a place, by place. */
const harmlessWords = (): Map<string, ReadonlySet<string>> =>
  new Map(
    places('zz').flatMap(([place, form]): [string, ReadonlySet<string>][] => {
      const schema = schemaOf(form);
      return schema === undefined ? [] : [[place, new Set(words(validatorCode(schema)))]];
    }),
  );

describe('generated validators', () => {
  it('hold no text of a definition outside a string literal', () => {
    const plain = harmlessWords();
    fc.assert(
      fc.property(hostile, (text) => {
        for (const [place, form] of places(text)) {
          const schema = schemaOf(form);
          if (schema === undefined) continue;
          // What is a key by its letters may stand there as a name.
          const own = text.replace(/\d+$/, '');
          const extra = words(validatorCode(schema)).filter(
            (word) => word !== own && plain.get(place)?.has(word) !== true,
          );
          expect([place, plain.has(place) ? extra : []]).toEqual([place, []]);
          expect(extra).not.toContain('attack');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stay whole where a text would end the script that carries them', () => {
    const code = validatorCode(compiled({ a: { type: 'string', pattern: '</script>' } }));
    expect(words(code)).not.toContain('script');
  });

  it('ask for four parts and nothing else', () => {
    const everything = compiled(
      {
        t: { type: 'string', minLength: 1, pattern: '^a', format: 'email' },
        n: { type: 'number', multipleOf: 0.01 },
        l: {
          type: 'array',
          maxItems: 300,
          uniqueItems: true,
          items: { oneOf: Array.from({ length: 300 }, (_, n) => ({ const: n, title: 'T' })) },
        },
      },
      { required: ['t'] },
    );
    const asked = [...validatorCode(everything).matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name);
    expect(new Set(asked)).toEqual(new Set(RUNTIME_MODULES));
    expect(new Set(runtimeNames)).toEqual(new Set(RUNTIME_MODULES));
  });

  it('make no code of their own', () => {
    const code = validatorCode(compiled({ a: { type: 'string', pattern: '^a' } }));
    for (const word of ['eval', 'Function', 'RegExp', 'import']) expect(words(code)).not.toContain(word);
  });

  it('refuse to start where a part is missing', async () => {
    const code = validatorCode(compiled({ a: { type: 'string', pattern: '^a' } }));
    await expect(runModule(code.replaceAll('formflow/pattern', 'formflow/none'))).rejects.toThrow(
      'the validator needs formflow/none',
    );
  });

  it('give the verdict of the server on any data', async () => {
    const schema = compiled(
      {
        t: { type: 'string', maxLength: 3, pattern: '^[a-z\u4e00-\u9fff]*$' },
        d: { type: 'string', format: 'date' },
        n: { type: 'number', multipleOf: 0.1, 'x-na': '—' },
        c: {
          oneOf: [
            { const: 'x', title: 'X' },
            { const: 'o', title: 'O', 'x-other': 't' },
          ],
        },
        rows: {
          type: 'array',
          maxItems: 2,
          items: { type: 'object', required: ['b'], properties: { b: { type: 'boolean' } } },
        },
      },
      { required: ['c'] },
    );
    const { trial } = await runModule(validatorCode(schema));
    if (trial === undefined) throw new Error('the module lacks the form');
    const some = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('x', 'o', '—', '2024-02-30', '你好'),
      fc.array(fc.record({ b: fc.boolean() }, { requiredKeys: [] }), { maxLength: 3 }),
    );
    const data = fc.record({ t: some, d: some, n: some, c: some, rows: some, extra: some }, { requiredKeys: [] });
    fc.assert(
      fc.property(data, (one) => {
        const byServer = formValidator(schema)(one).map(({ keyword, instancePath }) => ({ keyword, instancePath }));
        const isRight = trial(one);
        expect(isRight).toBe(byServer.length === 0);
        expect((trial.errors ?? []).map(({ keyword, instancePath }) => ({ keyword, instancePath }))).toEqual(byServer);
      }),
      { numRuns: 500 },
    );
  });

  it('take time in proportion to the conditions, not to their combinations', () => {
    const questions = Array.from({ length: 40 }, (_, n): [string, unknown][] => [
      [`q${n}`, { oneOf: [{ const: 'o', title: 'Other', 'x-other': `t${n}` }] }],
      [`t${n}`, { type: 'string' }],
    ]);
    const begin = performance.now();
    const code = validatorCode(compiled(Object.fromEntries(questions.flat())));
    expect(performance.now() - begin).toBeLessThan(5_000);
    expect([...code.matchAll(/exports(?:\.\w+|\["[^"]+"\]) = /g)]).toHaveLength(41);
  });

  it('have a function for every condition of which RJSF asks', async () => {
    // What RJSF's own parser would list; small forms only, since it walks all combinations.
    const { schemaParser } = await import('@rjsf/utils');
    const schema = compiled(
      {
        a: { type: 'boolean' },
        b: { type: 'string' },
        c: { oneOf: [{ const: 'o', title: 'O', 'x-other': 'b' }] },
        rows: {
          type: 'array',
          maxItems: 2,
          items: {
            type: 'object',
            properties: { x: { type: 'boolean' }, y: { type: 'string' } },
            if: { required: ['x'] },
            then: { required: ['y'] },
          },
        },
      },
      { if: { properties: { a: { const: true } }, required: ['a'] }, then: { required: ['c'] } },
    );
    const module = await runModule(validatorCode(schema));
    expect(Object.keys(module)).toEqual(expect.arrayContaining(Object.keys(schemaParser(schema as RJSFSchema))));
  });
});

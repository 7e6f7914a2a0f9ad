import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { inspect } from '../../server/registry/inspect.ts';
import { validatorCode } from '../../server/registry/validator-code.ts';
import { sourcesOf } from './lint/planted.ts';

/** Forms put together at random from the whole vocabulary, sensible or not. */

const KEYS = ['a', 'b', 'c', 'd'];
const key = fc.constantFrom(...KEYS);
const code = fc.oneof(fc.constantFrom('x', 'y', '—'), fc.integer({ min: 0, max: 3 }), fc.boolean());

const limits = fc.record(
  {
    const: code,
    enum: fc.uniqueArray(code, { minLength: 1, maxLength: 3 }),
    minLength: fc.nat(5),
    maxLength: fc.nat(5),
    pattern: fc.constantFrom('^a', '(', '(?=a)', '[一-龥]{2,4}', '\\d+'),
    minimum: fc.integer({ min: -3, max: 3 }),
    maximum: fc.integer({ min: -3, max: 3 }),
    multipleOf: fc.constantFrom(1, 0.01),
    minItems: fc.nat(3),
    maxItems: fc.nat(3),
  },
  { requiredKeys: [] },
);

const some = <Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Record<string, Value>> =>
  fc.dictionary(key, values, { maxKeys: 2, noNullPrototype: true });
const names = fc.array(key, { maxLength: 2 });

/** Nothing, or another one inside: not deeper than twice. */
const probeOf = (depth: number): fc.Arbitrary<object> => {
  if (depth === 0) return limits;
  const inner = probeOf(depth - 1);
  const nested = fc.record(
    { contains: inner, not: inner, required: names, properties: some(inner) },
    { requiredKeys: [] },
  );
  return fc.tuple(limits, nested).map(([one, two]) => ({ ...one, ...two }));
};

const conditionOf = (depth: number): fc.Arbitrary<object> => {
  const plain = fc.record({ properties: some(probeOf(depth)), required: names }, { requiredKeys: [] });
  if (depth === 0) return plain;
  const parts = fc.array(conditionOf(depth - 1), { minLength: 1, maxLength: 2 });
  const nested = fc.record({ not: conditionOf(depth - 1), anyOf: parts, allOf: parts }, { requiredKeys: [] });
  return fc.tuple(plain, nested).map(([one, two]) => ({ ...one, ...two }));
};

const condition = conditionOf(1);
const consequence = fc.record(
  { required: names, properties: some(fc.oneof(fc.constant(false), limits)) },
  { requiredKeys: [] },
);

const bare = fc
  .tuple(
    limits,
    fc.constantFrom('string', 'integer', 'number', 'boolean', 'array', 'object', undefined),
    fc.constantFrom(
      {},
      {},
      { 'x-na': '—' },
      { format: 'date' },
      { uniqueItems: true },
      { 'x-options': 'oils' },
      { 'x-widget': 'file' },
    ),
  )
  .map(([one, type, more]): object => ({ ...one, ...more, type }));

const fitting = fc.constantFrom<object>(
  { type: 'string', maxLength: 5, pattern: '^a' },
  { type: 'string', format: 'date', 'x-na': '/' },
  { type: 'integer', minimum: 0, maximum: 9, 'x-na': '—' },
  { type: 'number', multipleOf: 0.01 },
  { type: 'boolean' },
  { 'x-options': 'oils' },
);

const choice = fc.uniqueArray(code, { minLength: 1, maxLength: 3 }).chain((codes) =>
  fc.option(key, { nil: undefined }).map((other): object => ({
    oneOf: codes.map((one) => ({ const: one, title: 'T', 'x-other': other })),
  })),
);

const object = (fields: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc.record(
    {
      type: fc.constant('object'),
      properties: fc.record({ a: fields, b: fields, c: fields, d: fields }),
      required: names,
      if: condition,
      then: consequence,
      else: consequence,
    },
    { requiredKeys: ['type', 'properties'] },
  );

const listed = (items: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc.record({ type: fc.constant('array'), maxItems: fc.integer({ min: 1, max: 5 }), items });

const value = fc.oneof(
  { weight: 4, arbitrary: fitting },
  { weight: 1, arbitrary: bare },
  { weight: 2, arbitrary: choice },
);
const field = fc.oneof(
  { weight: 4, arbitrary: value },
  { weight: 1, arbitrary: listed(value) },
  { weight: 1, arbitrary: listed(object(value)) },
  { weight: 1, arbitrary: object(value) },
);

const form = fc.record({
  fields: fc.record({ a: field, b: field, c: value, d: value }),
  form: fc.record(
    {
      required: fc.array(key, { maxLength: 2 }),
      dependentRequired: fc.dictionary(key, fc.array(key, { maxLength: 2 }), { maxKeys: 1, noNullPrototype: true }),
      allOf: fc.array(fc.record({ if: condition, then: consequence, else: consequence }, { requiredKeys: ['if'] }), {
        maxLength: 2,
      }),
    },
    { requiredKeys: [] },
  ),
});

const TABLES = '{oils: {columns: {title: text}, rows: {whale: {title: W}}}}';

describe('lint and the compiler', () => {
  it('agree: whatever lint lets through compiles, for the server and for the browser', () => {
    let compiled = 0;
    fc.assert(
      fc.property(form, ({ fields, form: more }) => {
        const { shelf, findings } = inspect(
          sourcesOf({
            programme: { tables: TABLES },
            fields: fields,
            form: more,
          }),
        );
        expect(findings.filter(({ code: found }) => found === 'schema').map(({ message }) => message.en)).toEqual([]);
        const hasErrors = findings.some(({ severity, file }) => severity === 'error' && file.endsWith('.json'));
        const loaded = shelf.programmes.get('trial')?.forms.get('trial');
        if (hasErrors || loaded === undefined) return;
        compiled += 1;
        expect(validatorCode(loaded.schema)).toContain('export default');
      }),
      { numRuns: 300 },
    );
    expect(compiled).toBeGreaterThan(3);
  });
});

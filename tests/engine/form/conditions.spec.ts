import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileForm } from '../../../server/registry/compile-form.ts';
import { formValidator } from '../../../server/registry/form-validator.ts';
import type { Data } from '../../../server/engine/data.ts';
import { pointer, valueAt } from '../../../server/engine/form/address.ts';
import { isHidden, verdictOf } from '../../../server/engine/form/conditions.ts';
import { clearHidden } from '../../../server/engine/form/hidden.ts';
import { localizeErrors } from '../../../server/engine/form/messages.ts';
import { rowSchema } from '../../../server/engine/form/fields.ts';
import { formOf, modelOf, rosterOf } from './apiary.ts';

const TABLES = {
  feeds: {
    columns: { title: 'text', other: 'bool' },
    rows: { sugar: { title: 'Sugar' }, else: { title: 'Something else', other: true } },
  },
} as const;

const model = modelOf(
  formOf(
    {
      moves: { type: 'boolean' },
      distance: { type: 'integer' },
      permit: { type: 'string' },
      strains: {
        type: 'array',
        items: {
          oneOf: [
            { const: 1, title: 'Italian' },
            { const: 9, title: 'Other', 'x-other': 'strain_other' },
          ],
        },
      },
      strain_other: { type: 'string' },
      feed: { 'x-options': 'feeds', 'x-other': 'feed_other' },
      feed_other: { type: 'string' },
      insured: { type: 'string' },
      insurer: { type: 'string' },
      site: {
        type: 'object',
        properties: { fenced: { type: 'boolean' }, fence_height: { type: 'number' }, village: { type: 'string' } },
        required: ['village'],
        if: { properties: { fenced: { const: true } }, required: ['fenced'] },
        then: { required: ['fence_height'] },
        else: { properties: { fence_height: false } },
      },
      hives: rosterOf(
        { alive: { type: 'boolean' }, cause: { type: 'string' }, honey: { type: 'number' } },
        {
          required: ['alive'],
          if: { properties: { alive: { const: false } }, required: ['alive'] },
          then: { required: ['cause'], properties: { honey: false } },
          else: { properties: { cause: false } },
        },
      ),
    },
    {
      required: ['moves'],
      dependentRequired: { insured: ['insurer'] },
      allOf: [
        {
          if: { properties: { moves: { const: true } }, required: ['moves'] },
          then: { required: ['distance'] },
          else: { properties: { distance: false, permit: false } },
        },
        {
          if: { properties: { distance: { minimum: 100 } }, required: ['distance'] },
          then: { required: ['permit'] },
        },
        {
          if: { not: { anyOf: [{ required: ['insured'] }, { properties: { moves: { const: true } } }] } },
          then: { properties: { insurer: false, site: { properties: { village: false } } } },
        },
      ],
    },
  ),
  { programme: { tables: TABLES } },
);

const head = (data: Data): { hidden: string[]; required: string[] } => {
  const { hidden, required } = verdictOf(model, model.form, data);
  return { hidden: [...hidden].sort(), required: [...required].sort() };
};

describe('Conditions', () => {
  it('hide and ask for fields by what is filled in beside them', () => {
    expect(head({ moves: true, distance: 120, insured: 'yes', site: {} })).toEqual({
      hidden: ['feed_other', 'site.fence_height', 'strain_other'],
      required: ['distance', 'insurer', 'moves', 'permit', 'site.village'],
    });
    expect(head({ moves: false })).toEqual({
      hidden: ['distance', 'feed_other', 'insurer', 'permit', 'site.fence_height', 'site.village', 'strain_other'],
      required: ['moves'],
    });
  });

  it('ask for the text of a choice that wants one, of several choices and of a table', () => {
    const { hidden, required } = head({ moves: true, strains: [1, 9], feed: 'else' });
    expect(required).toEqual(expect.arrayContaining(['strain_other', 'feed_other']));
    expect(hidden).not.toEqual(expect.arrayContaining(['strain_other']));
  });

  it('judge each row by itself', () => {
    const row = rowSchema(model.form, 'hives');
    expect([...verdictOf(model, row, { alive: false }).required]).toEqual(['alive', 'cause']);
    expect([...verdictOf(model, row, { alive: true }).hidden]).toEqual(['cause']);
  });

  it('give values in hidden fields to be cleared, one after the other', () => {
    const data = {
      moves: false,
      distance: 120,
      permit: 'P1',
      hives: [
        { _id: 'a', alive: true, cause: 'frost' },
        { _id: 'b', alive: false, honey: 3 },
      ],
    };
    expect(clearHidden(model, data)).toEqual({
      data: {
        moves: false,
        hives: [
          { _id: 'a', alive: true },
          { _id: 'b', alive: false },
        ],
      },
      cleared: [
        { field: 'distance' },
        { field: 'permit' },
        { roster: 'hives', row: 'a', field: 'cause' },
        { roster: 'hives', row: 'b', field: 'honey' },
      ],
    });
    const clean = { moves: true, distance: 5 };
    expect(clearHidden(model, clean).data).toBe(clean);
  });
});

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const present = (record: Record<string, unknown>): Data =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

const word = fc.constantFrom('a', 'b');
const rows = fc.array(
  fc.record({ alive: maybe(fc.boolean()), cause: maybe(word), honey: maybe(fc.constant(2)) }).map(present),
  { maxLength: 3 },
);
const anyData = fc
  .record({
    moves: maybe(fc.boolean()),
    distance: maybe(fc.constantFrom(5, 100, 200)),
    permit: maybe(word),
    strains: maybe(fc.subarray([1, 9])),
    strain_other: maybe(word),
    feed: maybe(fc.constantFrom('sugar', 'else')),
    feed_other: maybe(word),
    insured: maybe(word),
    insurer: maybe(word),
    site: maybe(
      fc
        .record({ fenced: maybe(fc.boolean()), fence_height: maybe(fc.constant(1)), village: maybe(word) })
        .map(present),
    ),
    hives: maybe(rows),
  })
  .map(present);

/** Fields that the rules find hidden though filled in, or asked for though empty; of objects that are there at all. */
const found = (data: Data): string[] => {
  const wrong = (object: Data, verdict: ReturnType<typeof verdictOf>, holder: (string | number)[]): string[] => {
    const filled = (path: string): boolean => valueAt(object, path.split('.')) !== undefined;
    const reachable = (path: string): boolean => {
      const around = path.split('.').slice(0, -1);
      return around.length === 0 || valueAt(object, around) !== undefined;
    };
    return [
      ...[...verdict.hidden].filter(filled).map((path) => `false ${pointer(...holder, ...path.split('.'))}`),
      ...[...verdict.required]
        .filter((path) => !filled(path) && reachable(path))
        .map((path) => `required ${pointer(...holder, ...path.split('.'))}`),
    ];
  };
  const hives = (data['hives'] ?? []) as Data[];
  return [
    ...wrong(data, verdictOf(model, model.form, data), []),
    ...hives.flatMap((row, i) => wrong(row, verdictOf(model, rowSchema(model.form, 'hives'), row), ['hives', i])),
  ].sort();
};

describe('The rules and the validator of the compiled schema', () => {
  const validate = formValidator(compileForm(model.form, TABLES));

  it('give one verdict on what is hidden and what is missing', () => {
    fc.assert(
      fc.property(anyData, (data) => {
        const verdict = verdictOf(model, model.form, data);
        const told = localizeErrors(model.form, validate(data), 'en')
          .filter(({ code }) => code === 'false' || code === 'required')
          // Of a field that is required by one condition and hidden by another only the latter is told.
          .filter(
            ({ code, pointer: at }) => code === 'false' || !isHidden(verdict.hidden, at.slice(1).replaceAll('/', '.')),
          )
          .map(({ code, pointer: at }) => `${code} ${at}`);
        expect(found(data)).toEqual([...new Set(told)].sort());
      }),
      { numRuns: 1_000 },
    );
  });

  it('agree that nothing hidden is left once it is cleared', () => {
    fc.assert(
      fc.property(anyData, (data) => {
        const { data: cleared } = clearHidden(model, data);
        expect(localizeErrors(model.form, validate(cleared), 'en').filter(({ code }) => code === 'false')).toEqual([]);
        expect(clearHidden(model, cleared)).toEqual({ data: cleared, cleared: [] });
      }),
      { numRuns: 500 },
    );
  });
});

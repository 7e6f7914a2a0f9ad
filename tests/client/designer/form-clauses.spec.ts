import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Conditional, type Field } from '../../../server/contract/definition/field.ts';
import type { Form } from '../../../server/contract/definition/form.ts';
import {
  conditionalOf,
  readClause,
  type Clause,
  type Deed,
  type Test,
} from '../../../client/src/designer/form/conditions/clause.ts';
import { conditionalsOf, withConditionals } from '../../../client/src/designer/form/conditions/conditionals.ts';
import {
  comparisonText,
  OPERATORS,
  readComparison,
  type Operand,
} from '../../../client/src/designer/form/rules/comparison.ts';

const ROOT = join(import.meta.dirname, '../../..');

const field = fc.stringMatching(/^[a-e]$/);
const code = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.stringMatching(/^[x-z]{1,3}$/), fc.boolean());
const test = fc.oneof(
  fc.record({ field, says: fc.constantFrom('is' as const, 'is-not' as const, 'has' as const), value: code }),
  fc.record({ field, says: fc.constant('one-of' as const), values: fc.array(code, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    field,
    says: fc.constantFrom('at-least' as const, 'at-most' as const, 'above' as const, 'below' as const),
    value: fc.integer({ min: 0, max: 100 }),
  }),
  fc.record({ field, says: fc.constantFrom('filled' as const, 'empty' as const) }),
) as fc.Arbitrary<Test>;
const deed = fc.oneof(
  fc.record({ does: fc.constantFrom('show' as const, 'hide' as const, 'require' as const), field }),
  fc.record({
    does: fc.constantFrom('limit' as const, 'limit-otherwise' as const),
    field,
    limits: fc.constant({ minimum: 3 }),
  }),
) as fc.Arbitrary<Deed>;
const clause: fc.Arbitrary<Clause> = fc.record({
  all: fc.boolean(),
  tests: fc.array(test, { minLength: 1, maxLength: 3 }),
  deeds: fc.uniqueArray(deed, {
    minLength: 1,
    maxLength: 4,
    selector: ({ does, field: of }) =>
      `${does === 'limit' ? 'hide' : does === 'limit-otherwise' ? 'show' : does} ${of}`,
  }),
});

const sorted = (deeds: readonly Deed[]): string[] => deeds.map((one) => JSON.stringify(one)).sort();

describe('conditions that are put together by choosing', () => {
  it('are written in the words of the language, and read back as the same sentence', () => {
    fc.assert(
      fc.property(clause, (given) => {
        const made = conditionalOf(given);
        expect(Conditional.safeParse(made).success).toBe(true);
        const read = made === null ? null : readClause(made);
        expect(read?.tests).toEqual(given.tests);
        expect(sorted(read?.deeds ?? [])).toEqual(sorted(given.deeds));
        if (given.tests.length > 1) expect(read?.all).toBe(given.all);
      }),
    );
  });

  it('those of the shipped forms are all understood, and written again word for word', () => {
    const forms = readdirSync(join(ROOT, 'forms'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(join(ROOT, 'forms', name), 'utf8')) as Form);
    const groups = forms.flatMap((form): Field[] => [
      form,
      ...Object.values(form.properties).flatMap(({ items }) => items ?? []),
    ]);
    const conditions = groups.flatMap(conditionalsOf);
    expect(conditions.length).toBeGreaterThan(1);
    for (const condition of conditions) {
      const read = readClause(condition);
      expect(read === null ? null : conditionalOf(read)).toEqual(condition);
    }
    for (const group of groups) expect(withConditionals(group, conditionalsOf(group))).toEqual(group);
  });

  it('leave alone what they cannot say', () => {
    expect(
      readClause({ if: { properties: { a: { pattern: '^x' } }, required: ['a'] }, then: { required: ['b'] } }),
    ).toBeNull();
    // Without `required` an absent value would pass: that is no "a is 1"
    expect(readClause({ if: { properties: { a: { const: 1 } } }, then: { required: ['b'] } })).toBeNull();
    expect(readClause({ if: { required: ['a'], not: { required: ['b'] } }, then: { required: ['c'] } })).toBeNull();
  });
});

describe('rules that are put together by choosing', () => {
  const key = fc.stringMatching(/^[a-z][a-z0-9_]{0,6}$/);
  const operand = fc.oneof(
    key.map((name): Operand => ({ kind: 'field', name: `row.${name}` })),
    fc.record({ kind: fc.constant('count' as const), roster: key }),
    fc.record({ kind: fc.constant('sum' as const), roster: key, column: key }),
    fc.constantFrom<Operand>({ kind: 'known', name: 'today' }, { kind: 'known', name: 'period.to' }),
    fc.integer({ min: -1000, max: 1000 }).map((value): Operand => ({ kind: 'number', value })),
    fc.boolean().map((value): Operand => ({ kind: 'truth', value })),
    fc.stringMatching(/^[a-z'\\ ]{0,6}$/).map((value): Operand => ({ kind: 'text', value })),
  ) as fc.Arbitrary<Operand>;

  it('are expressions that are read back as the same comparison', () => {
    fc.assert(
      fc.property(operand, fc.constantFrom(...OPERATORS), operand, (left, operator, right) => {
        expect(readComparison(comparisonText({ left, operator, right }))).toEqual({ left, operator, right });
      }),
    );
  });

  it('leave alone what is more than a comparison', () => {
    expect(readComparison('row.a > 1 && row.b > 2')).toBeNull();
    expect(readComparison('has(row.a)')).toBeNull();
    expect(readComparison('sum(form.rows.map(a, b.c)) > 1')).toBeNull();
  });
});

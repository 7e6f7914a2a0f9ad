import type { Code, Condition, Conditional, Consequence, Limits, Probe } from '#contract/definition/field.ts';

/**
 * A condition as a person says it: "when all of these hold, show, hide, require or limit those". Every clause can be
 * written as if/then/else; what a file says beyond that is kept and edited as text.
 */

export type Test =
  | { field: string; says: 'is' | 'is-not' | 'has'; value: Code }
  | { field: string; says: 'one-of'; values: Code[] }
  | { field: string; says: 'at-least' | 'at-most' | 'above' | 'below'; value: number }
  | { field: string; says: 'filled' | 'empty' };

export type Deed =
  | { does: 'show' | 'hide' | 'require' | 'require-otherwise'; field: string }
  | { does: 'limit' | 'limit-otherwise'; field: string; limits: Limits };

export interface Clause {
  all: boolean;
  tests: Test[];
  deeds: Deed[];
}

const NUMBERS = {
  'at-least': 'minimum',
  'at-most': 'maximum',
  above: 'exclusiveMinimum',
  below: 'exclusiveMaximum',
} as const;

const probeOf = (test: Test): Probe | null => {
  switch (test.says) {
    case 'is':
      return { const: test.value };
    case 'is-not':
      return { not: { const: test.value } };
    case 'has':
      return { contains: { const: test.value } };
    case 'one-of':
      return { enum: test.values };
    case 'at-least':
    case 'at-most':
    case 'above':
    case 'below':
      return { [NUMBERS[test.says]]: test.value };
    case 'filled':
    case 'empty':
      return null;
  }
};

/** An absent value meets every probe, so that each test also asks for its presence. */
const written = (test: Test): Condition => {
  if (test.says === 'empty') return { not: { required: [test.field] } };
  const probe = probeOf(test);
  return { ...(probe && { properties: { [test.field]: probe } }), required: [test.field] };
};

/** Tests of different fields share one object, as a person would write them. */
const together = (tests: readonly Test[]): Condition => {
  const [first] = tests;
  if (first !== undefined && tests.length === 1) return written(first);
  const isPlain = tests.every(({ says }) => says !== 'empty');
  const fields = tests.map(({ field }) => field);
  if (!isPlain || new Set(fields).size !== fields.length) return { allOf: tests.map(written) };
  const probes = tests.flatMap((test): [string, Probe][] => {
    const probe = probeOf(test);
    return probe === null ? [] : [[test.field, probe]];
  });
  return { ...(probes.length > 0 && { properties: Object.fromEntries(probes) }), required: fields };
};

const consequence = (
  required: readonly string[],
  properties: readonly (readonly [string, false | Limits])[],
): Consequence | null =>
  required.length === 0 && properties.length === 0
    ? null
    : {
        ...(required.length > 0 && { required: [...required] }),
        ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
      };

/** A clause without tests or deeds says nothing and has no text. */
export const conditionalOf = ({ all, tests, deeds }: Clause): Conditional | null => {
  const named = (does: Deed['does']): string[] => deeds.filter((deed) => deed.does === does).map(({ field }) => field);
  const hidden = (does: Deed['does']) => named(does).map((field) => [field, false] as const);
  const limited = (does: Deed['does']) =>
    deeds.flatMap((deed) => ('limits' in deed && deed.does === does ? [[deed.field, deed.limits] as const] : []));
  const then = consequence(named('require'), [...hidden('hide'), ...limited('limit')]);
  const otherwise = consequence(named('require-otherwise'), [...hidden('show'), ...limited('limit-otherwise')]);
  if (tests.length === 0 || (then === null && otherwise === null)) return null;
  const condition = all || tests.length === 1 ? together(tests) : { anyOf: tests.map(written) };
  return { if: condition, ...(then && { then }), ...(otherwise && { else: otherwise }) };
};

const keysOf = (thing: object): string[] => Object.keys(thing);

const readProbe = (field: string, probe: Probe): Test | null => {
  const [only, ...more] = keysOf(probe);
  if (only === undefined || more.length > 0) return null;
  if (probe.const !== undefined) return { field, says: 'is', value: probe.const };
  if (probe.enum !== undefined) return { field, says: 'one-of', values: probe.enum };
  for (const inner of [
    ['is-not', probe.not],
    ['has', probe.contains],
  ] as const) {
    const [says, one] = inner;
    if (one !== undefined)
      return one.const !== undefined && keysOf(one).length === 1 ? { field, says, value: one.const } : null;
  }
  for (const [says, keyword] of Object.entries(NUMBERS) as [
    keyof typeof NUMBERS,
    (typeof NUMBERS)[keyof typeof NUMBERS],
  ][]) {
    const value = probe[keyword];
    if (value !== undefined) return { field, says, value };
  }
  return null;
};

/** All tests that one object makes, or null where it says more than tests can. */
const readTogether = (condition: Condition): Test[] | null => {
  const { properties = {}, required = [], not, allOf, anyOf, ...more } = condition;
  if (keysOf(more).length > 0 || anyOf !== undefined) return null;
  if (allOf !== undefined) {
    if (keysOf(condition).length > 1) return null;
    const parts = allOf.map(readOne);
    return parts.every((part) => part !== null) ? parts : null;
  }
  if (not !== undefined) {
    const [field] = not.required ?? [];
    const isEmptiness = keysOf(not).length === 1 && not.required?.length === 1 && keysOf(condition).length === 1;
    return isEmptiness && field !== undefined ? [{ field, says: 'empty' }] : null;
  }
  // A probe without presence also lets an absent value through: that is no test of ours.
  if (!keysOf(properties).every((field) => required.includes(field)) || required.length === 0) return null;
  const tests = required.map((field): Test | null => {
    const probe = properties[field];
    return probe === undefined ? { field, says: 'filled' } : readProbe(field, probe);
  });
  return tests.every((test) => test !== null) ? tests : null;
};

const readOne = (condition: Condition): Test | null => {
  const tests = readTogether(condition);
  return tests?.length === 1 ? (tests[0] ?? null) : null;
};

const readTests = (condition: Condition): Pick<Clause, 'all' | 'tests'> | null => {
  if (condition.anyOf !== undefined) {
    const tests = condition.anyOf.map(readOne);
    const isOnly = keysOf(condition).length === 1 && tests.length > 1;
    return isOnly && tests.every((test) => test !== null) ? { all: false, tests } : null;
  }
  const tests = readTogether(condition);
  return tests === null ? null : { all: true, tests };
};

const readDeeds = (given: Consequence | undefined, isThen: boolean): Deed[] | null => {
  const { required = [], properties = {} } = given ?? {};
  const asked = required.map((field): Deed => ({ does: isThen ? 'require' : 'require-otherwise', field }));
  const others = Object.entries(properties).map(([field, limits]): Deed | null => {
    if (limits === false) return { does: isThen ? 'hide' : 'show', field };
    if (limits.properties !== undefined || limits.required !== undefined) return null;
    return { does: isThen ? 'limit' : 'limit-otherwise', field, limits };
  });
  return others.every((deed) => deed !== null) ? [...asked, ...others] : null;
};

/** What a person would say, or null where the file says more than clauses can. */
export const readClause = (conditional: Conditional): Clause | null => {
  const tests = readTests(conditional.if);
  const then = readDeeds(conditional.then, true);
  const otherwise = readDeeds(conditional.else, false);
  return tests === null || then === null || otherwise === null ? null : { ...tests, deeds: [...then, ...otherwise] };
};

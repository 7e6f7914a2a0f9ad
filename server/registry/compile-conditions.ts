import type { Condition, Conditional, Consequence, Field, Limits, Probe } from '../contract/definition/field.ts';
import { fieldKind } from '../engine/form/field-kind.ts';
import { typesOf } from './field-types.ts';
import { type Tables, choicesOf } from './option-list.ts';
import { type SchemaObject, limitsOf, typeKeyword } from './schema-object.ts';

/**
 * The conditions of one object as `if/then/else`, each typed in full: what is written as such, `dependentRequired`,
 * and the texts that options ask for (`x-other`).
 */

type Fields = Record<string, Field>;

interface Around {
  readonly fields: Fields;
  readonly tables: Tables;
}

const fieldIn = (around: Around, key: string): Field => around.fields[key] ?? {};

const inside = (around: Around, field: Field): Around => ({ fields: field.properties ?? {}, tables: around.tables });

const typeOf = (around: Around, field: Field): Pick<SchemaObject, 'type'> => {
  const types = typesOf(field, around.tables);
  return typeKeyword(field['x-na'] === undefined || types.includes('string') ? types : [...types, 'string']);
};

const mapped = <In, Out>(record: Record<string, In>, change: (value: In, key: string) => Out): Record<string, Out> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));

const compileProbe = (around: Around, probe: Probe, field: Field): SchemaObject => ({
  ...typeOf(around, field),
  ...limitsOf(probe),
  ...(probe.required === undefined ? {} : { required: probe.required }),
  ...(probe.contains === undefined ? {} : { contains: compileProbe(around, probe.contains, field.items ?? {}) }),
  ...(probe.not === undefined ? {} : { not: compileProbe(around, probe.not, field) }),
  ...(probe.properties === undefined
    ? {}
    : {
        properties: mapped(probe.properties, (inner, key) =>
          compileProbe(inside(around, field), inner, fieldIn(inside(around, field), key)),
        ),
      }),
});

const compileCondition = (around: Around, condition: Condition): SchemaObject => ({
  type: 'object',
  ...(condition.properties === undefined
    ? {}
    : { properties: mapped(condition.properties, (probe, key) => compileProbe(around, probe, fieldIn(around, key))) }),
  ...(condition.required === undefined ? {} : { required: condition.required }),
  ...(condition.not === undefined ? {} : { not: compileCondition(around, condition.not) }),
  ...(condition.allOf === undefined ? {} : { allOf: condition.allOf.map((part) => compileCondition(around, part)) }),
  ...(condition.anyOf === undefined ? {} : { anyOf: condition.anyOf.map((part) => compileCondition(around, part)) }),
});

/** Where a field of several values is required, at least one is. */
export const needsOne = (field: Field): boolean => fieldKind(field) === 'list';

const compileLimits = (around: Around, limits: Limits, field: Field): SchemaObject => ({
  ...typeOf(around, field),
  ...limitsOf(limits),
  ...(limits.required === undefined && limits.properties === undefined
    ? {}
    : compileConsequence(inside(around, field), limits)),
});

const compileConsequence = (around: Around, { required, properties }: Consequence | Limits): SchemaObject => {
  const limited = mapped(properties ?? {}, (limits, key) =>
    limits === false ? (false as const) : compileLimits(around, limits, fieldIn(around, key)),
  );
  for (const key of required ?? []) {
    const limits = limited[key] ?? {};
    if (needsOne(fieldIn(around, key)) && limits !== false) limited[key] = { type: 'array', minItems: 1, ...limits };
  }
  return {
    ...(required === undefined ? {} : { required }),
    ...(Object.keys(limited).length === 0 ? {} : { properties: limited }),
  };
};

const compileConditional = (around: Around, conditional: Conditional): SchemaObject => ({
  if: compileCondition(around, conditional.if),
  ...(conditional.then === undefined ? {} : { then: compileConsequence(around, conditional.then) }),
  ...(conditional.else === undefined ? {} : { else: compileConsequence(around, conditional.else) }),
});

/** For each text field that options ask for, the conditions under which one of them is chosen. */
const askedTexts = ({ fields, tables }: Around): Map<string, Condition[]> => {
  const asked = new Map<string, Condition[]>();
  for (const [key, field] of Object.entries(fields)) {
    const isList = fieldKind(field) === 'list';
    const choices = choicesOf(isList ? (field.items ?? {}) : field, tables) ?? [];
    for (const other of new Set(choices.flatMap((choice) => choice.other ?? []))) {
      const codes = choices.filter((choice) => choice.other === other).map(({ code }) => code);
      const probe: Probe = { enum: codes };
      const chosen: Condition = { properties: { [key]: isList ? { contains: probe } : probe }, required: [key] };
      asked.set(other, [...(asked.get(other) ?? []), chosen]);
    }
  }
  return asked;
};

const otherConditionals = (around: Around): Conditional[] =>
  [...askedTexts(around)].map(([other, chosen]) => ({
    if: chosen.length === 1 ? (chosen[0] ?? {}) : { anyOf: chosen },
    then: { required: [other] },
    else: { properties: { [other]: false } },
  }));

/** Every condition of an object, in the order: written ones, dependent ones, asked texts. */
export const compileConditions = (object: Field, tables: Tables): SchemaObject[] => {
  const around: Around = { fields: object.properties ?? {}, tables };
  const written: Conditional[] =
    object.if === undefined
      ? []
      : [
          {
            if: object.if,
            ...(object.then === undefined ? {} : { then: object.then }),
            ...(object.else === undefined ? {} : { else: object.else }),
          },
        ];
  const dependent = Object.entries(object.dependentRequired ?? {}).map(([key, required]): Conditional => ({
    if: { required: [key] },
    then: { required },
  }));
  return [...written, ...(object.allOf ?? []), ...dependent, ...otherConditionals(around)].map((conditional) =>
    compileConditional(around, conditional),
  );
};

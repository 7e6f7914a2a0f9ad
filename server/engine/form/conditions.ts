import type { Condition, Conditional, Consequence, Field, Limits, Probe } from '../../contract/definition/field.ts';
import { isRecord } from '../data.ts';
import type { Data } from '../data.ts';
import type { FormModel } from '../environment.ts';
import { resolve } from './fields.ts';
import { allChoices } from './options.ts';
import { patternEngine } from './pattern.ts';

/**
 * Which fields of an object are hidden and which are asked for, given what is filled in beside them: the same answer that
 * the validator of the compiled schema gives, without its errors.
 */

/** Fields by dotted path inside the object. A field that is hidden is never required. */
export interface Verdict {
  hidden: ReadonlySet<string>;
  required: ReadonlySet<string>;
}

const TYPES: Record<NonNullable<Field['type']>, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  array: (value) => Array.isArray(value),
  object: isRecord,
};

const LIMITS: { [K in keyof Limits]?: (limit: NonNullable<Limits[K]>, value: unknown) => boolean } = {
  const: (wanted, value) => value === wanted,
  enum: (codes, value) => codes.some((code) => code === value),
  minLength: (least, value) => typeof value === 'string' && Array.from(value).length >= least,
  maxLength: (most, value) => typeof value === 'string' && Array.from(value).length <= most,
  pattern: (source, value) => typeof value === 'string' && patternEngine(source).test(value),
  minimum: (least, value) => typeof value === 'number' && value >= least,
  maximum: (most, value) => typeof value === 'number' && value <= most,
  exclusiveMinimum: (bound, value) => typeof value === 'number' && value > bound,
  exclusiveMaximum: (bound, value) => typeof value === 'number' && value < bound,
  multipleOf: (unit, value) => typeof value === 'number' && Math.abs(value / unit - Math.round(value / unit)) < 1e-8,
  minItems: (least, value) => Array.isArray(value) && value.length >= least,
  maxItems: (most, value) => Array.isArray(value) && value.length <= most,
};

const within = (probe: Probe, value: unknown): boolean =>
  Object.entries(LIMITS).every(([keyword, isMet]) => {
    const limit: unknown = probe[keyword as keyof typeof LIMITS];
    return limit === undefined || (isMet as (limit: unknown, value: unknown) => boolean)(limit, value);
  });

const isOfType = (field: Field, value: unknown): boolean => {
  if (field['x-na'] !== undefined && typeof value === 'string') return true;
  return field.type === undefined ? !isRecord(value) : TYPES[field.type](value);
};

type Fields = Record<string, Field>;

const child = (model: FormModel, fields: Fields, key: string): Field => resolve(model.form, fields[key] ?? {});

const own = (data: unknown, key: string): unknown =>
  isRecord(data) && Object.hasOwn(data, key) ? data[key] : undefined;

/** A value that is absent meets every probe; `required` asks for its presence. */
const meets = (model: FormModel, probe: Probe, { field, value }: { field: Field; value: unknown }): boolean => {
  if (value === undefined) return true;
  if (!isOfType(field, value) || !within(probe, value)) return false;
  if (probe.not !== undefined && meets(model, probe.not, { field, value })) return false;
  if (probe.required?.some((key) => own(value, key) === undefined) === true) return false;
  const { contains } = probe;
  if (contains !== undefined) {
    const items = resolve(model.form, field.items ?? {});
    if (!Array.isArray(value) || !value.some((one) => meets(model, contains, { field: items, value: one })))
      return false;
  }
  return Object.entries(probe.properties ?? {}).every(([key, inner]) =>
    meets(model, inner, { field: child(model, field.properties ?? {}, key), value: own(value, key) }),
  );
};

interface Around {
  fields: Fields;
  data: unknown;
}

const isTrue = (model: FormModel, condition: Condition, around: Around): boolean => {
  const { fields, data } = around;
  const probes = Object.entries(condition.properties ?? {});
  return (
    (condition.required ?? []).every((key) => own(data, key) !== undefined) &&
    probes.every(([key, probe]) => meets(model, probe, { field: child(model, fields, key), value: own(data, key) })) &&
    (condition.not === undefined || !isTrue(model, condition.not, around)) &&
    (condition.allOf ?? []).every((part) => isTrue(model, part, around)) &&
    (condition.anyOf?.some((part) => isTrue(model, part, around)) ?? true)
  );
};

interface Collected {
  hidden: Set<string>;
  required: Set<string>;
}

const collect = (consequence: Consequence | Limits, prefix: string, into: Collected): void => {
  for (const key of consequence.required ?? []) into.required.add(prefix + key);
  for (const [key, limits] of Object.entries(consequence.properties ?? {})) {
    if (limits === false) into.hidden.add(prefix + key);
    else collect(limits, `${prefix}${key}.`, into);
  }
};

const written = (group: Field): Conditional[] => {
  const { if: condition, then, else: otherwise } = group;
  if (condition === undefined) return group.allOf ?? [];
  const first: Conditional = {
    if: condition,
    ...(then === undefined ? {} : { then }),
    ...(otherwise === undefined ? {} : { else: otherwise }),
  };
  return [first, ...(group.allOf ?? [])];
};

const chosen = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** By field: the codes that ask for a text, with the text's field. */
type Asking = Map<string, Map<unknown, string>>;

const knownAsking = new WeakMap<FormModel, WeakMap<Field, Asking>>();

const askingOf = (model: FormModel, group: Field): Asking => {
  const groups = knownAsking.get(model) ?? new WeakMap<Field, Asking>();
  knownAsking.set(model, groups);
  const found = groups.get(group);
  if (found !== undefined) return found;
  const fields = group.properties ?? {};
  const pairs = Object.keys(fields).map((key): [string, Map<unknown, string>] => {
    const choices = allChoices(model, child(model, fields, key), '');
    return [key, new Map(choices.flatMap(({ const: code, other }) => (other === null ? [] : [[code, other]])))];
  });
  const asking: Asking = new Map(pairs.filter(([, codes]) => codes.size > 0));
  groups.set(group, asking);
  return asking;
};

/** The texts that choices ask for: required where one of them is chosen, else hidden. */
const collectOthers = (asking: Asking, data: unknown, { prefix, into }: { prefix: string; into: Collected }): void => {
  const asked = new Map<string, boolean>();
  for (const [key, codes] of asking) {
    const values = chosen(own(data, key));
    for (const [code, other] of codes) asked.set(other, (asked.get(other) ?? false) || values.includes(code));
  }
  for (const [key, isAsked] of asked) (isAsked ? into.required : into.hidden).add(prefix + key);
};

const judge = (model: FormModel, group: Field, at: { data: unknown; prefix: string; into: Collected }): void => {
  const { data, prefix, into } = at;
  const fields = group.properties ?? {};
  const around = { fields, data };
  for (const key of group.required ?? []) into.required.add(prefix + key);
  for (const conditional of written(group)) {
    const consequence = isTrue(model, conditional.if, around) ? conditional.then : conditional.else;
    if (consequence !== undefined) collect(consequence, prefix, into);
  }
  for (const [key, required] of Object.entries(group.dependentRequired ?? {})) {
    if (own(data, key) !== undefined) collect({ required }, prefix, into);
  }
  collectOthers(askingOf(model, group), data, { prefix, into });
  for (const key of Object.keys(fields)) {
    const field = child(model, fields, key);
    if (field.properties === undefined) continue;
    judge(model, field, { data: own(data, key) ?? {}, prefix: `${prefix}${key}.`, into });
  }
};

/** The verdict on one object: the form's head, or a row of a roster with the row's schema. */
export const verdictOf = (model: FormModel, group: Field, data: Data): Verdict => {
  const into: Collected = { hidden: new Set(), required: new Set() };
  judge(model, group, { data, prefix: '', into });
  for (const path of into.required) if (isHidden(into.hidden, path)) into.required.delete(path);
  return into;
};

/** Whether a field or a section around it is hidden. */
export const isHidden = (hidden: ReadonlySet<string>, path: string): boolean =>
  hidden.has(path) || [...hidden].some((one) => path.startsWith(`${one}.`));

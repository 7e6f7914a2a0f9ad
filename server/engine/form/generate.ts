import type { Code, Field } from '../../contract/definition/field.ts';
import { isRecord, type Data } from '../data.ts';
import type { FormModel } from '../environment.ts';
import type { FormFacts } from '../environment-values.ts';
import { formValues } from '../environment-values.ts';
import { rowsOf, valueAt } from './address.ts';
import { verdictOf } from './conditions.ts';
import { resolve, rosters, rowSchema } from './fields.ts';
import { hasChoices, offeredChoices } from './options.ts';
import { samplePattern } from './sample-pattern.ts';

/**
 * Makes up values for required fields that are missing, so that a scenario names only what it is about. What is given
 * stands, also where it is wrong. Nothing is random: the same form and data give the same values, and rows differ from
 * each other by their number.
 */

/** The data with every required field filled in, at the top, in sections and in every row that is there. */
export const generateMissing = (model: FormModel, data: Data, facts: FormFacts): Data => {
  const making: Making = { model, facts, data, seed: 1 };
  const head = completed(making, model.form, data);
  return rosters(model.form).reduce((whole, { key, path }) => {
    const rows = rowsOf(model.form, whole, key);
    const schema = rowSchema(model.form, key);
    const made = rows.map((row, n) => completed({ ...making, data: whole, seed: 101 + n }, schema, row));
    return rows.length === 0 ? whole : replaced(whole, path, made);
  }, head);
};

interface Making {
  model: FormModel;
  facts: FormFacts;
  /** The whole form, for conditions on what may be chosen. */
  data: Data;
  /** Differs from row to row. */
  seed: number;
}

/** A value made up can ask for another, and so on; no form asks in longer chains. */
const LONGEST_CHAIN = 20;

/** An object (the head or a row) with what is required of it, sections included. */
const completed = (making: Making, group: Field, given: Data): Data => {
  let data = given;
  for (let round = 0; round < LONGEST_CHAIN; round += 1) {
    const missing = missingIn(making, group, data);
    if (missing.length === 0) break;
    for (const { path, field } of missing) data = replaced(data, path, valueFor(making, field));
  }
  return data;
};

interface Missing {
  path: string[];
  field: Field;
}

const missingIn = ({ model }: Making, group: Field, data: Data): Missing[] =>
  [...verdictOf(model, group, data).required].flatMap((dotted) => {
    const path = dotted.split('.');
    const field = fieldAt(model, group, path);
    // What a section requires is only asked for where the section is there.
    const isAsked = path.length === 1 || isRecord(valueAt(data, path.slice(0, -1)));
    const isOpen = isAsked && field['x-computed'] === undefined && valueAt(data, path) === undefined;
    return isOpen ? [{ path, field }] : [];
  });

const fieldAt = (model: FormModel, group: Field, path: readonly string[]): Field =>
  path.reduce<Field>((field, key) => resolve(model.form, field.properties?.[key] ?? {}), group);

const replaced = (data: Data, [key = '', ...rest]: readonly string[], value: unknown): Data => {
  if (rest.length === 0) return { ...data, [key]: value };
  const inner = data[key];
  return { ...data, [key]: replaced(isRecord(inner) ? inner : {}, rest, value) };
};

const valueFor = (making: Making, field: Field): unknown => {
  if (field.type === 'array') return listFor(making, field);
  if (hasChoices(making.model, field)) return codesOf(making, field)[0];
  switch (field.type) {
    case 'integer':
    case 'number':
      return field.const ?? numberFor(field);
    case 'boolean':
      return field.const ?? false;
    case 'object':
      return {};
    case 'string':
    case undefined:
      return field.const ?? textFor(making, field);
  }
};

/** The codes that may be chosen, those that ask for another text last. */
const codesOf = ({ model, facts, data }: Making, field: Field): readonly Code[] => {
  const choices = offeredChoices(model, field, { values: formValues(model, data, facts), locale: '' });
  return choices.sort((a, b) => Number(a.other !== null) - Number(b.other !== null)).map((choice) => choice.const);
};

const numberFor = (field: Field): number => {
  const step = field.multipleOf ?? (field.type === 'integer' ? 1 : 0.01);
  const least = Math.max(field.minimum ?? -Infinity, (field.exclusiveMinimum ?? -Infinity) + step);
  const most = Math.min(field.maximum ?? Infinity, (field.exclusiveMaximum ?? Infinity) - step);
  const wished = Math.min(Math.max(1, least), most);
  return Number((Math.ceil(wished / step - 1e-9) * step).toFixed(8));
};

/** As few as allowed; a required multiple choice means at least one. */
const listFor = (making: Making, field: Field): unknown[] => {
  const items = resolve(making.model.form, field.items ?? {});
  const isRoster = items.type === 'object';
  const least = field.minItems ?? (isRoster ? 0 : 1);
  if (hasChoices(making.model, field)) return codesOf(making, field).slice(0, least);
  return Array.from({ length: least }, (_, n) =>
    isRoster ? {} : valueFor({ ...making, seed: making.seed * 100 + n }, items),
  );
};

const textFor = (making: Making, field: Field): string => {
  const { facts, seed } = making;
  if (field['x-widget'] === 'organisation' && facts.organisation !== null) return facts.organisation.code;
  if (field.format !== undefined) return ofFormat(making, field.format);
  const { minLength, maxLength } = field;
  if (field.pattern !== undefined) return samplePattern(field.pattern, { seed, minLength, maxLength }) ?? '';
  const text = `sample ${seed}`.padEnd(minLength ?? 0, '.');
  const isFitting = maxLength === undefined || text.length <= maxLength;
  return isFitting ? text : String(seed).padStart(maxLength, '0').slice(-maxLength);
};

const ofFormat = ({ facts, seed }: Making, format: NonNullable<Field['format']>): string => {
  switch (format) {
    case 'date':
      return facts.today;
    case 'month':
      return facts.today.slice(0, 7);
    case 'time':
      return '09:00';
    case 'date-time':
      return `${facts.today}T09:00:00Z`;
    case 'email':
      return `sample${seed}@example.org`;
    case 'uri':
      return `https://example.org/${seed}`;
    case 'uuid':
      return `00000000-0000-4000-8000-${String(seed).padStart(12, '0').slice(-12)}`;
  }
};

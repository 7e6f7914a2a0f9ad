import type { Field } from '#contract/definition/field.ts';
import type { Form } from '#contract/definition/form.ts';
import { withEntry } from '../keyword.ts';
import { editField, fieldAt, keyOf, parentOf, type FieldPath } from '../place.ts';
import { optionsOf } from './options.ts';

/** The example row of a roster, cell by cell. Of several example rows the first is edited here, the others in the text. */

type Row = Record<string, unknown>;

const rowOf = (roster: Field | undefined): Row => {
  const given: unknown = roster?.['x-example'] ?? roster?.items?.['x-example'];
  const first: unknown = Array.isArray(given) ? given[0] : given;
  return typeof first === 'object' && first !== null ? (first as Row) : {};
};

const shown = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(String).join('、')
    : typeof value === 'string'
      ? value
      : value === undefined
        ? ''
        : JSON.stringify(value);

export const exampleText = (form: Form, path: FieldPath): string =>
  shown(rowOf(fieldAt(form, parentOf(path)))[keyOf(path)]);

/** A typed example as the field would hold it: numbers as numbers, choices by code. What does not fit stays a text. */
const exampleValue = (field: Field, typed: string): unknown => {
  const text = typed.trim();
  if (text === '') return undefined;
  const codes = optionsOf(field);
  const code = (one: string): unknown =>
    codes.find((option) => String(option.const) === one.trim() || option.title === one.trim())?.const ?? one.trim();
  if (field.type === 'array') return text.split(/[、,，;；]/).map(code);
  if (codes.length > 0) return code(text);
  const isNumber = field.type === 'integer' || field.type === 'number';
  if (isNumber && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (field.type === 'boolean')
    return ['是', 'true', 'yes'].includes(text) ? true : ['否', 'false', 'no'].includes(text) ? false : text;
  return typed;
};

const withRow = (roster: Field, row: Row): Field => {
  const value = Object.keys(row).length === 0 ? undefined : row;
  const inItems = roster['x-example'] === undefined && roster.items?.['x-example'] !== undefined;
  const given: unknown = inItems ? roster.items?.['x-example'] : roster['x-example'];
  const rows: unknown = Array.isArray(given)
    ? [...(value === undefined ? [] : [value]), ...(given as unknown[]).slice(1)]
    : value;
  const next = Array.isArray(rows) && rows.length === 0 ? undefined : rows;
  return inItems
    ? withEntry(roster, 'items', withEntry(roster.items ?? {}, 'x-example', next))
    : withEntry(roster, 'x-example', next);
};

export const withExample = (form: Form, path: FieldPath, typed: string): Form => {
  const field = fieldAt(form, path);
  if (field === undefined || path.length < 2) return form;
  const order = Object.keys(fieldAt(form, parentOf(path))?.items?.properties ?? {});
  return editField(form, parentOf(path), (roster) => {
    const value = exampleValue(field, typed);
    const row = { ...rowOf(roster), [keyOf(path)]: value };
    const entries = Object.entries(row).filter(([, one]) => one !== undefined);
    entries.sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
    return withRow(roster, Object.fromEntries(entries));
  });
};

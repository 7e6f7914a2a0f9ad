import type { Field } from '../contract/definition/field.ts';
import type { Form } from '../contract/definition/form.ts';
import type { ObjectType, Slot, ValueType } from './expression-type.ts';
import { BOOL, DATE, DECIMAL, INSTANT, INT, TEXT, listOf } from './expression-type.ts';
import { DEEPEST, findRoster, resolve } from './form/fields.ts';

/** The types that a form gives to expressions, field by field. */

const LONGEST_UNSTATED = 1_000;

const ofCodes = (codes: readonly unknown[]): ValueType => {
  if (codes.every((code) => Number.isSafeInteger(code))) return INT;
  if (codes.every((code) => typeof code === 'number')) return DECIMAL;
  return codes.every((code) => typeof code === 'boolean') ? BOOL : TEXT;
};

const ofText = (field: Field): ValueType =>
  field.format === 'date' ? DATE : field.format === 'date-time' ? INSTANT : TEXT;

/** The type of one field; `path` names the types of objects. */
const typeOf = (form: Form, field: Field, path: string): ValueType => {
  const codes =
    field.oneOf?.map((option) => option.const) ?? field.enum ?? (field.const === undefined ? null : [field.const]);
  if (codes !== null && field.type !== 'array') return ofCodes(codes);
  if (field['x-options'] !== undefined && field.type !== 'array') return TEXT;
  switch (field.properties === undefined ? field.type : 'object') {
    case 'integer':
      return INT;
    case 'number':
      return DECIMAL;
    case 'boolean':
      return BOOL;
    case 'array':
      return listOf(typeOf(form, resolve(form, field.items ?? {}), path), field.maxItems ?? LONGEST_UNSTATED);
    case 'object':
      return groupType(form, field, path);
    case 'string':
    case undefined:
      return ofText(field);
  }
};

const slotOf = (form: Form, field: Field, { path, required }: { path: string; required: boolean }): Slot => ({
  type: typeOf(form, field, path),
  optional: !required && field['x-computed'] === undefined,
  ...(field['x-na'] === undefined ? {} : { mark: field['x-na'] }),
});

const groupType = (form: Form, group: Field, path: string): ObjectType => {
  const properties = path.split('.').length > DEEPEST ? {} : (group.properties ?? {});
  const fields = Object.entries(properties).map(([key, field]): [string, Slot] => {
    const required = group.required?.includes(key) === true;
    return [key, slotOf(form, resolve(form, field), { path: `${path}.${key}`, required })];
  });
  return { is: 'object', name: path, fields: new Map(fields) };
};

/** The whole form as one object. */
export const formType = (form: Form): ObjectType => groupType(form, form, 'form');

/** One row of a roster with the most rows that it may have, or null where the form has no roster of that key. */
export const rowType = (form: Form, roster: string): { type: ObjectType; max: number } | null => {
  const placed = findRoster(form, roster);
  if (placed === undefined) return null;
  const list = typeOf(form, placed.field, ['form', ...placed.path].join('.'));
  return list.is === 'list' && list.of.is === 'object' ? { type: list.of, max: list.max } : null;
};

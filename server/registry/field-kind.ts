import type { Field } from '../contract/definition/field.ts';
import type { Tables } from './option-list.ts';
import { choicesOf } from './option-list.ts';

/** What a field is: a head section, a roster of rows, a list of values (choices or files), one choice, or one value. */
export type FieldKind = 'section' | 'roster' | 'list' | 'choice' | 'value';

export const fieldKind = (field: Field): FieldKind => {
  if (field.type === 'object' || field.properties !== undefined) return 'section';
  if (field.type === 'array' || field.items !== undefined)
    return field.items?.properties === undefined ? 'list' : 'roster';
  if (field.oneOf !== undefined || field.enum !== undefined || field['x-options'] !== undefined) return 'choice';
  return 'value';
};

type JsonType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';

const typeOfCode = (code: unknown): JsonType => {
  if (typeof code === 'number') return Number.isInteger(code) ? 'integer' : 'number';
  return typeof code === 'boolean' ? 'boolean' : 'string';
};

/** The JSON type of a field's value, from `type` or from its codes; several for codes of several types. */
export const typesOf = (field: Field, tables: Tables): JsonType[] => {
  if (field.type !== undefined) return [field.type];
  const kind = fieldKind(field);
  if (kind === 'section') return ['object'];
  if (kind === 'list' || kind === 'roster') return ['array'];
  const codes = choicesOf(field, tables)?.map(({ code }) => code) ?? (field.const === undefined ? [] : [field.const]);
  const types = [...new Set(codes.map(typeOfCode))];
  return types.length === 0 ? ['string'] : types;
};

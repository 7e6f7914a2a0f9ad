import type { Field } from '../contract/definition/field.ts';
import { fieldKind } from '../engine/form/field-kind.ts';
import type { Tables } from './option-list.ts';
import { choicesOf } from './option-list.ts';

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

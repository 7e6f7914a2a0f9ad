import type { Form } from '../../contract/definition/form.ts';
import { isRecord, rowId } from '../data.ts';
import type { Data } from '../data.ts';
import { findField, findRoster } from './fields.ts';

/**
 * A cell by what stays: a head field (`phone`, `section.phone`), or a field of a roster's row by the row's permanent id.
 * JSON Pointers name the same cells by position, in the data as it is at that moment.
 */
export interface Address {
  field: string;
  roster?: string;
  row?: string;
}

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

export const pointer = (...keys: (string | number)[]): string => keys.map((key) => `/${escaped(String(key))}`).join('');

export const pointerKeys = (text: string): string[] => text.split('/').slice(1).map(unescaped);

/** What stands at keys from the top; undefined where something is missing on the way. */
export const valueAt = (data: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)] as unknown;
    return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, data);

/** The rows of a roster, none where it holds anything else. */
export const rowsOf = (form: Form, data: Data, roster: string): Data[] => {
  const rows = valueAt(data, findRoster(form, roster)?.path ?? [roster]);
  return Array.isArray(rows) ? rows.map((row) => (isRecord(row) ? row : {})) : [];
};

/** The pointer of a cell, or null where no row has that id any more. */
export const pointerOf = (form: Form, data: Data, address: Address): string | null => {
  const keys = address.field.split('.');
  if (address.roster === undefined) return pointer(...keys);
  const path = findRoster(form, address.roster)?.path ?? [address.roster];
  if (address.row === undefined) return pointer(...path);
  const index = rowsOf(form, data, address.roster).findIndex((row) => rowId(row) === address.row);
  if (index < 0) return null;
  return address.field === '' ? pointer(...path, index) : pointer(...path, index, ...keys);
};

/** The cell that a pointer leads to. A pointer into a list of choices or files leads to the field; null is the whole form. */
export const addressOf = (form: Form, data: Data, text: string): Address | null => {
  const keys = pointerKeys(text);
  const at = keys.findIndex((_, i) => findField(form, keys.slice(0, i + 1))?.kind === 'roster');
  const named = (from: string[]): string => from.filter((key) => !/^\d+$/.test(key)).join('.');
  if (at < 0) return keys.length === 0 || keys[0] === '' ? null : { field: named(keys) };
  const roster = keys[at] ?? '';
  const index = keys[at + 1];
  if (index === undefined) return { field: keys.slice(0, at + 1).join('.') };
  const row = rowId(valueAt(data, keys.slice(0, at + 2)));
  const field = named(keys.slice(at + 2));
  return row === '' ? { roster, field } : { roster, row, field };
};

import { isRecord } from '../data.ts';
import type { Data } from '../data.ts';
import { pointer } from './address.ts';

/** Changes to form data that leave the old data as it was and share everything that did not change. */

const inside = (value: unknown, keys: readonly string[], change: (value: unknown) => unknown): unknown => {
  const [key, ...rest] = keys;
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((item: unknown, i) => (String(i) === key ? inside(item, rest, change) : item));
  const object = isRecord(value) ? value : {};
  const before = Object.hasOwn(object, key) ? object[key] : undefined;
  const after = inside(before, rest, change);
  if (after === before) return value;
  if (after !== undefined) return { ...object, [key]: after };
  return Object.fromEntries(Object.entries(object).filter(([one]) => one !== key));
};

/** The data with a value at keys from the top; objects on the way are made where they are missing. */
export const withValue = (data: Data, keys: readonly string[], value: unknown): Data =>
  inside(data, keys, () => value) as Data;

/** The data without what stands at keys from the top. */
export const withoutValue = (data: Data, keys: readonly string[]): Data => {
  const last = keys.length - 1;
  const holder = keys.slice(0, last).reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), data);
  return isRecord(holder) ? withValue(data, keys, undefined) : data;
};

/** Each row of a list changed; the same list where no row changed. What is no row stays. */
export const withRows = (rows: readonly unknown[], change: (row: Data, index: number) => Data): readonly unknown[] => {
  const changed = rows.map((row, i) => (isRecord(row) ? change(row, i) : row));
  return changed.some((row, i) => row !== rows[i]) ? changed : rows;
};

/** The data with other values at some pointers, all in one pass; the rest is shared where nothing below it changed. */
export const withValues = (data: Data, values: ReadonlyMap<string, unknown>): Data =>
  values.size === 0 ? data : (replacedBelow(data, '', values) as Data);

const replacedBelow = (value: unknown, at: string, values: ReadonlyMap<string, unknown>): unknown => {
  if (values.has(at)) return values.get(at);
  if (Array.isArray(value)) {
    const items = value.map((item, i) => replacedBelow(item, at + pointer(i), values));
    return items.some((item, i) => item !== value[i]) ? items : value;
  }
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => [
    key,
    replacedBelow(item, at + pointer(key), values),
  ]);
  return entries.some(([key, item]) => item !== value[key]) ? Object.fromEntries(entries) : value;
};

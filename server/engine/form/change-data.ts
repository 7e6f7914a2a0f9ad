import { isRecord } from '../data.ts';
import type { Data } from '../data.ts';

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

/** Keys from the top of the data, and what is to stand there. */
export type Placement = readonly [keys: readonly string[], value: unknown];

interface Branch {
  below: Map<string, Branch>;
  placed?: { value: unknown };
}

const branchOf = (placements: Iterable<Placement>): Branch => {
  const root: Branch = { below: new Map() };
  for (const [keys, value] of placements) {
    let branch = root;
    for (const key of keys) {
      const next: Branch = branch.below.get(key) ?? { below: new Map() };
      branch.below.set(key, next);
      branch = next;
    }
    branch.placed = { value };
  }
  return root;
};

const grown = (value: unknown, { below, placed }: Branch): unknown => {
  if (placed !== undefined) return placed.value;
  if (Array.isArray(value)) {
    const items: unknown[] = [...(value as unknown[])];
    for (const [key, branch] of below)
      if (Number(key) < items.length) items[Number(key)] = grown(items[Number(key)], branch);
    return items;
  }
  if (!isRecord(value)) return value;
  const object = { ...value };
  for (const [key, branch] of below) if (Object.hasOwn(object, key)) object[key] = grown(object[key], branch);
  return object;
};

/** The data with other values in many places that exist, in one pass. */
export const withValues = (data: Data, placements: readonly Placement[]): Data =>
  placements.length === 0 ? data : (grown(data, branchOf(placements)) as Data);

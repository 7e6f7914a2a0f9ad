/** Form data as JSON: what is a record, what is a row, whether two values are the same. */
export type Data = Record<string, unknown>;

export const isRecord = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The permanent id of a roster's row; empty where the row has none yet. */
export const rowId = (row: unknown): string => (isRecord(row) && typeof row['_id'] === 'string' ? row['_id'] : '');

/** Rows rather than choices or files: a list with at least one object in it, and nothing but objects. */
export const isRoster = (value: unknown): value is Data[] =>
  Array.isArray(value) && value.length > 0 && value.every(isRecord);

/** Equality of JSON values; an absent key and one that holds nothing (`null`, empty text) are the same. */
export const isSame = (a: unknown, b: unknown): boolean => {
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b);
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, n) => isSame(item, b[n]));
  if (isRecord(a) && isRecord(b)) {
    const [one, other] = [a, b];
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => isSame(one[key], other[key]));
  }
  return a === b;
};

export const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '';

/** What stands under a key that came from outside; nothing that every object inherits (`constructor`) is found. */
export const lookup = <Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;

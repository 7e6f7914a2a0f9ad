import type { Data } from '#engine/data.ts';

const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => key !== '_id' && inner !== undefined)
      .map(([key, inner]) => [key, plain(inner)]),
  );
};

/** Data as an author would write it: rows without the ids that machines give them. */
export const withoutRowIds = (data: Data): Data => plain(data) as Data;

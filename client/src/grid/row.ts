/** One row of a roster: values by column key. `_id` is the row's lasting identity; an absent key is an empty cell. */
export interface GridRow {
  readonly _id: string;
  readonly [key: string]: unknown;
}

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Equality of cell values: lists of codes by their members, everything else by identity; all empty values are equal. */
export const sameValue = (one: unknown, other: unknown): boolean => {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((member, index) => Object.is(member, other[index]));
  return Object.is(one, other);
};

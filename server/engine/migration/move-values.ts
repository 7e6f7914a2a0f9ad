import { withoutValue, withRows, withValue } from '../form/change-data.ts';
import { valueAt } from '../form/address.ts';
import { isNothing, isRecord, type Data } from '../data.ts';
import type { Move } from './mapping.ts';

/**
 * Data with its values under other keys. Where both paths lead through the same roster each row is changed. A value that
 * stands in the new place already is never overwritten: then both stay as they are.
 */
export const moveValues = (data: Data, moves: readonly Move[]): Data => moves.reduce(moveOne, data);

const moveOne = (data: Data, { from, to }: Move): Data => {
  const shared = from.findIndex((key, i) => key !== to[i] || Array.isArray(valueAt(data, from.slice(0, i + 1))));
  const top = from.slice(0, shared + 1);
  const rows = valueAt(data, top);
  if (Array.isArray(rows) && from.length > top.length && from[shared] === to[shared]) {
    const inside = { from: from.slice(top.length), to: to.slice(top.length) };
    const moved = withRows(rows, (row) => moveOne(row, inside));
    return moved === rows ? data : withValue(data, top, moved);
  }
  const value = valueAt(data, from);
  if (isNothing(value) || !isNothing(valueAt(data, to)) || !leadsThroughObjects(data, to)) return data;
  return withValue(withoutValue(data, from), to, value);
};

const leadsThroughObjects = (data: Data, keys: readonly string[]): boolean =>
  keys.slice(0, -1).every((_, i) => {
    const value = valueAt(data, keys.slice(0, i + 1));
    return value === undefined || isRecord(value);
  });

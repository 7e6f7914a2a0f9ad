import type { Reach } from '../contract/wire/case.ts';
import { isRecord, isRoster, rowId, type Data } from './data.ts';
import { hasCell, hasField, hasHeadCell, hasRow, reachesInto } from './reach.ts';

/** The part of the data that a reach covers. Rows of which any cell is covered keep their id; the others are left out. */
export const visible = (data: Data, reach: Reach): Data => {
  if (reach === 'all') return data;
  return reach === 'none' ? {} : visibleBelow(data, reach, '');
};

const visibleBelow = (data: Data, reach: Reach, prefix: string): Data =>
  Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => {
      const path = `${prefix}${key}`;
      if (hasField(reach, path) || hasHeadCell(reach, path)) return [[key, value]];
      if (isRoster(value)) return entryOf(key, visibleRows(value, reach, path));
      return isRecord(value) ? entryOf(key, visibleBelow(value, reach, `${path}.`)) : [];
    }),
  );

const entryOf = (key: string, value: Data | Data[]): [string, unknown][] =>
  Object.keys(value).length > 0 ? [[key, value]] : [];

const visibleRows = (rows: Data[], reach: Reach, path: string): Data[] => {
  if (!reachesInto(reach, path)) return [];
  const roster = path.split('.').at(-1) ?? path;
  return rows.flatMap((row) => {
    const id = rowId(row);
    if (hasRow(reach, roster, id)) return [row];
    const cells = Object.entries(row).filter(
      ([field]) => hasField(reach, `${path}.${field}`) || hasCell(reach, { roster, row: id, field }),
    );
    return cells.length > 0 ? [{ ...(id !== '' && { _id: id }), ...Object.fromEntries(cells) }] : [];
  });
};

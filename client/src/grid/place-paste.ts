import type { GridColumn } from './column.ts';
import { plain } from './read-option.ts';
import type { CellRange } from './selection.ts';

export type ClipboardTable = readonly (readonly string[])[];

/** The clipboard's columns in their places; a place without a column of ours is left out. */
export interface Placed {
  readonly columns: readonly (GridColumn | undefined)[];
  readonly table: ClipboardTable;
  readonly byTitle: boolean;
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

const withoutBlankEnd = (table: ClipboardTable): ClipboardTable => {
  let end = table.length;
  while (end > 1 && isBlank(table[end - 1] ?? [])) end -= 1;
  return table.slice(0, end);
};

const widthOf = (table: ClipboardTable): number => table.reduce((width, cells) => Math.max(width, cells.length), 1);

/** Copied together with its header row, a table finds its columns by title: at least two, and half of all. */
const placeByTitle = (table: ClipboardTable, columns: readonly GridColumn[]): Placed | undefined => {
  const [head = [], ...rest] = table;
  const free = [...columns];
  const found = head.map((title) => {
    const place = free.findIndex((column) => plain(column.title) === plain(title));
    return place === -1 ? undefined : free.splice(place, 1)[0];
  });
  const count = found.filter((column) => column !== undefined).length;
  return rest.length > 0 && count >= 2 && count * 2 >= head.filter((title) => title.trim() !== '').length
    ? { columns: found, table: rest, byTitle: true }
    : undefined;
};

const repeated = <Item>(items: readonly Item[], count: number): Item[] =>
  Array.from({ length: count }, (_, index) => items[index % items.length]).filter((item) => item !== undefined);

/** A range that is a whole multiple of the clipboard is filled with it again and again, as spreadsheets do. */
const tiled = (table: ClipboardTable, { top, bottom, left, right }: CellRange): ClipboardTable => {
  const rows = bottom - top + 1;
  const columns = right - left + 1;
  const width = widthOf(table);
  const fits = rows % table.length === 0 && columns % width === 0;
  const padded = (cells: readonly string[]): string[] =>
    Array.from({ length: width }, (_, index) => cells[index] ?? '');
  return fits ? repeated(table, rows).map((cells) => repeated(padded(cells), columns)) : table;
};

/** Finds the column for each clipboard column: by title where the clipboard begins with titles, else by position. */
export const placeTable = (source: ClipboardTable, columns: readonly GridColumn[], range: CellRange): Placed => {
  const trimmed = withoutBlankEnd(source);
  const byTitle = placeByTitle(trimmed, columns);
  if (byTitle !== undefined) return byTitle;
  const table = tiled(trimmed, range);
  const places = Array.from({ length: widthOf(table) }, (_, index) => columns[range.left + index]);
  return { columns: places, table, byTitle: false };
};

import type { CellRange } from './selection.ts';
import type { GridColumn } from './column.ts';
import type { Patch } from './patch.ts';
import { isEmpty, sameValue, type GridRow } from './row.ts';

/** The rows and columns as they are shown, and which cells may be written. */
export interface Sheet {
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
  readonly canWrite: (row: string, column: GridColumn) => boolean;
}

/** The patch that gives a cell a value; none where it has that value already. */
export const setCell = (row: GridRow, field: string, value: unknown): Patch[] => {
  const before = row[field];
  const after = isEmpty(value) ? undefined : value;
  return sameValue(before, after) ? [] : [{ op: 'set', row: row._id, field, before, after }];
};

const columnsIn = ({ columns }: Sheet, { left, right }: CellRange): readonly GridColumn[] =>
  columns.slice(left, right + 1);

/** Empties the cells of a range that may be written. */
export const clearCells = (sheet: Sheet, range: CellRange): Patch[] =>
  sheet.rows.slice(range.top, range.bottom + 1).flatMap((row) =>
    columnsIn(sheet, range)
      .filter((column) => sheet.canWrite(row._id, column))
      .flatMap((column) => setCell(row, column.key, undefined)),
  );

/** Copies the range's first row into the others; a single row is filled from the row above. */
export const fillDown = (sheet: Sheet, range: CellRange): Patch[] => {
  const from = range.top === range.bottom ? range.top - 1 : range.top;
  const source = sheet.rows[from];
  if (source === undefined) return [];
  return sheet.rows.slice(from + 1, range.bottom + 1).flatMap((row) =>
    columnsIn(sheet, range)
      .filter((column) => sheet.canWrite(row._id, column))
      .flatMap((column) => setCell(row, column.key, source[column.key])),
  );
};

export const removeRows = (rows: readonly GridRow[], from: number, to: number): Patch[] => {
  const removed = rows.slice(from, to + 1);
  return removed.length === 0 ? [] : [{ op: 'remove', at: from, rows: removed }];
};

/** Moves a block of rows one place up or down; none where it stands at the edge already. */
export const moveRows = (rows: readonly GridRow[], { top, bottom }: CellRange, by: 1 | -1): Patch[] => {
  const moved = rows.slice(top, bottom + 1);
  const to = top + by;
  if (moved.length === 0 || to < 0 || to + moved.length > rows.length) return [];
  return [{ op: 'move', rows: moved.map((row) => row._id), from: top, to }];
};

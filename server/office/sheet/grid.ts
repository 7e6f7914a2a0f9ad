import type { Cell, Sheet } from './workbook.ts';

/** A sheet by its rows. */
export interface Grid {
  /** Numbers of the rows in which something begins, from the top. */
  rows: readonly number[];
  /** The cells that begin in a row, from the left. */
  row(number: number): readonly Cell[];
  /** The cell with something in it that begins at, or covers, a place. */
  at(row: number, column: number): Cell | undefined;
}

/** `C4`. */
export const addressOf = ({ row, column }: Pick<Cell, 'row' | 'column'>): string => `${columnLetters(column)}${row}`;

export const columnLetters = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : `${columnLetters(Math.floor((column - 1) / 26))}${String.fromCharCode(65 + ((column - 1) % 26))}`;

const covers = (cell: Cell, row: number, column: number): boolean =>
  cell.row <= row && row < cell.row + cell.down && cell.column <= column && column < cell.column + cell.across;

export const gridOf = ({ cells }: Sheet): Grid => {
  const rows = new Map<number, Cell[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  for (const own of rows.values()) own.sort((a, b) => a.column - b.column);
  const row = (number: number): readonly Cell[] => rows.get(number) ?? [];
  return {
    rows: [...rows.keys()].sort((a, b) => a - b),
    row,
    at: (number, column) =>
      row(number).find((cell) => covers(cell, number, column)) ?? cells.find((cell) => covers(cell, number, column)),
  };
};

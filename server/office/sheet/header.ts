import type { Grid } from './grid.ts';
import { EXAMPLE } from './sheet-words.ts';
import type { Cell } from './workbook.ts';

/** The table of a sheet: its columns by their lowest header cells, each with the headers above it from the outside in. */
export interface Header {
  top: number;
  /** The last row of the header. */
  bottom: number;
  columns: { cell: Cell; groups: Cell[] }[];
  /** The row in which the columns are numbered, right under the header. */
  numbers: number | null;
}

const LABEL = /[:：]\s*$/;

const coverage = (cells: readonly Cell[]): number => {
  const first = cells[0]?.column ?? 0;
  const last = Math.max(...cells.map(({ column, across }) => column + across - 1));
  return cells.reduce((sum, { across }) => sum + across, 0) / (last - first + 1);
};

/** Columns stand side by side without gaps; lines to be filled in have gaps, or colons. */
const looksLikeHeader = (cells: readonly Cell[], least: number): boolean =>
  cells.length >= least &&
  coverage(cells) >= 0.8 &&
  !cells.some(({ text }) => LABEL.test(text)) &&
  !cells.some(({ text }) => EXAMPLE.test(text)) &&
  !cells.every(({ text }) => /^[\d.]+$/.test(text));

/** Headers within a header that is merged over several columns. */
const inside = (grid: Grid, cell: Cell): Cell[] =>
  cell.across < 2
    ? []
    : grid
        .row(cell.row + cell.down)
        .filter(({ column, across }) => column >= cell.column && column + across <= cell.column + cell.across);

const DEEPEST = 5;

const leavesOf = (grid: Grid, cell: Cell, groups: Cell[]): Header['columns'] => {
  const inner = groups.length < DEEPEST ? inside(grid, cell) : [];
  return inner.length < 2 ? [{ cell, groups }] : inner.flatMap((one) => leavesOf(grid, one, [...groups, cell]));
};

const NUMBER = /^[（(]?(\d{1,3}|[A-Z]|[甲乙丙丁戊己庚辛壬癸])[)）]?$/;

const numbersBelow = (grid: Grid, bottom: number, columns: number): number | null => {
  const cells = grid.row(bottom + 1);
  const isCounted = cells.length >= Math.max(2, columns / 2) && cells.every(({ text }) => NUMBER.test(text));
  const isInOrder = cells.every(({ text }, index) => index === 0 || text !== cells[index - 1]?.text);
  return isCounted && isInOrder ? bottom + 1 : null;
};

/** Rows that may be the header, the likeliest first; one of two columns may also be lines to be filled in. */
export interface HeaderGuess {
  tops: number[];
  isNarrow: boolean;
}

/** A row further down that is much wider may be the header, and the first one a heading over it. */
const WIDER = 1.5;

export const guessHeader = (grid: Grid): HeaderGuess => {
  const [first, ...others] = grid.rows.filter((row) => looksLikeHeader(grid.row(row), 3));
  if (first === undefined) {
    const narrow = grid.rows.find((row) => looksLikeHeader(grid.row(row), 2));
    return { tops: narrow === undefined ? [] : [narrow], isNarrow: true };
  }
  const wider = others.filter((row) => {
    const isInside = row <= headerFrom(grid, first).bottom;
    return !isInside && grid.row(row).length > grid.row(first).length * WIDER;
  });
  return { tops: [first, ...wider.slice(0, 2)], isNarrow: false };
};

/** The header that begins in a row, with what stands under it. */
export const headerFrom = (grid: Grid, top: number): Header => {
  const columns = grid.row(top).flatMap((cell) => leavesOf(grid, cell, []));
  const bottom = Math.max(...columns.map(({ cell }) => cell.row + cell.down - 1));
  return { top, bottom, columns, numbers: numbersBelow(grid, bottom, columns.length) };
};

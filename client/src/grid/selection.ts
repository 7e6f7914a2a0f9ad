/** A cell by its position among the shown rows and columns. */
export interface CellAt {
  readonly row: number;
  readonly column: number;
}

/** How many rows and columns can be reached. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Where the person is: typing goes to `active`; `corner` is the opposite corner of the selected range. `tabFrom` is the
 * column where a run of Tab keys began, to which Enter returns one row below.
 */
export interface Selection {
  readonly active: CellAt;
  readonly corner: CellAt;
  readonly tabFrom?: number | undefined;
}

/** A rectangle of cells; all four bounds belong to it. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const selectCell = (active: CellAt): Selection => ({ active, corner: active });

export const rangeOf = ({ active, corner }: Selection): CellRange => ({
  top: Math.min(active.row, corner.row),
  bottom: Math.max(active.row, corner.row),
  left: Math.min(active.column, corner.column),
  right: Math.max(active.column, corner.column),
});

export const isSingleCell = ({ active, corner }: Selection): boolean =>
  active.row === corner.row && active.column === corner.column;

const clampTo = (value: number, count: number): number => Math.max(0, Math.min(value, count - 1));

const clampCell = (cell: CellAt, extent: Extent): CellAt => ({
  row: clampTo(cell.row, extent.rows),
  column: clampTo(cell.column, extent.columns),
});

/** The selection drawn back into what exists, after rows or columns have gone. */
export const clampSelection = (selection: Selection, extent: Extent): Selection => {
  const active = clampCell(selection.active, extent);
  const corner = clampCell(selection.corner, extent);
  const same = (one: CellAt, other: CellAt): boolean => one.row === other.row && one.column === other.column;
  return same(active, selection.active) && same(corner, selection.corner) ? selection : { active, corner };
};

interface Step {
  /** Rows and columns to go; infinite values go to the edge. */
  readonly by: CellAt;
  /** Whether the range grows instead of the active cell moving. */
  readonly extend: boolean;
}

export const step = (selection: Selection, { by, extend }: Step, extent: Extent): Selection => {
  const from = extend ? selection.corner : selection.active;
  const to = clampCell({ row: from.row + by.row, column: from.column + by.column }, extent);
  return extend ? { ...selection, corner: to } : selectCell(to);
};

/** The next or previous cell in reading order; undefined beyond the last or first: the focus leaves the grid. */
export const tab = (selection: Selection, back: boolean, extent: Extent): Selection | undefined => {
  const { row, column } = selection.active;
  const place = row * extent.columns + column + (back ? -1 : 1);
  if (place < 0 || place >= extent.rows * extent.columns) return undefined;
  const cell = { row: Math.floor(place / extent.columns), column: place % extent.columns };
  const tabFrom = cell.row === row ? (selection.tabFrom ?? column) : 0;
  return { ...selectCell(cell), tabFrom: back ? undefined : tabFrom };
};

/** One row down or up, under the column where a run of Tab keys began. */
export const enter = (selection: Selection, back: boolean, extent: Extent): Selection => {
  const column = selection.tabFrom ?? selection.active.column;
  return selectCell(clampCell({ row: selection.active.row + (back ? -1 : 1), column }, extent));
};

export const selectRows = (from: number, to: number, extent: Extent): Selection => ({
  active: { row: from, column: 0 },
  corner: { row: to, column: extent.columns - 1 },
});

export const selectColumn = (column: number, extent: Extent): Selection => ({
  active: { row: 0, column },
  corner: { row: extent.rows - 1, column },
});

export const selectAll = (extent: Extent): Selection => selectRows(0, extent.rows - 1, extent);

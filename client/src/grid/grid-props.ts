import type { ReactNode, Ref } from 'react';
import type { GridColumn } from './column.ts';
import type { GridChange } from './history.ts';
import type { GridLabels } from './labels.ts';
import type { GridHighlight, GridProblem, GridRemark } from './notes.ts';
import type { GridRow } from './row.ts';

/** A cell that a person wants to do something with; `anchor` is its element, to put a bubble beside. */
export interface CellRequest {
  readonly row: string;
  readonly field: string;
  readonly anchor: HTMLElement;
}

export interface GridHandle {
  /** Goes to a cell, for a list of errors to jump from; without `field` to the row. False where it is not shown. */
  readonly focusCell: (row: string, field?: string) => boolean;
  /** Keeps what is being typed, before the host saves or submits. */
  readonly keepDraft: () => void;
}

/**
 * A roster: its columns and rows, and what may be done with them. The grid shows and edits; what is right and wrong
 * comes from the host as `problems`. The same properties draw a table, or cards on a phone.
 */
export interface RosterGridProps {
  /** The roster's name for screen readers. */
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** New rows after each change; unchanged rows keep their identity. The host hands them back as `rows`. */
  readonly onChange?: ((rows: readonly GridRow[], change: GridChange) => void) | undefined;
  readonly labels: GridLabels;
  readonly maxRows?: number | undefined;
  readonly readOnly?: boolean | undefined;
  /** Rows are neither added nor removed nor moved; to be set where only single cells are open for mending. */
  readonly fixedRows?: boolean | undefined;
  /** Cells that a condition rules out: hatched, not typed into. A paste still writes them; the host decides. */
  readonly hiddenCell?: ((row: string, field: string) => boolean) | undefined;
  /** Where given, only these cells are open for typing. */
  readonly editableCell?: ((row: string, field: string) => boolean) | undefined;
  readonly problems?: readonly GridProblem[] | undefined;
  readonly remarks?: readonly GridRemark[] | undefined;
  readonly highlights?: readonly GridHighlight[] | undefined;
  /** Shown greyed above the rows; never data. */
  readonly exampleRows?: readonly GridRow[] | undefined;
  /** A reviewer wants to remark on a cell. */
  readonly onCellAction?: ((cell: CellRequest) => void) | undefined;
  /** A person opens a cell that the host draws, for instance its files. */
  readonly onOpenCell?: ((cell: CellRequest) => void) | undefined;
  /** Draws cells of kind `file`. Should keep its identity between renders. */
  readonly renderCell?: ((row: GridRow, column: GridColumn) => ReactNode) | undefined;
  /** The values with which a new row begins. */
  readonly newRowValues?: (() => Readonly<Record<string, unknown>>) | undefined;
  /** `YYYY-MM-DD`; completes dates typed without their year. */
  readonly today?: string | undefined;
  readonly ref?: Ref<GridHandle> | undefined;
}

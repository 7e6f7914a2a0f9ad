import { useMemo } from 'react';
import { v4 as newId } from 'uuid';
import { isTyped, shownColumns, type GridColumn } from './column.ts';
import type { RosterGridProps } from './grid-props.ts';
import { notesByRow, type RowNotes } from './notes.ts';
import type { CellContext } from './read-cell.ts';
import type { GridRow } from './row.ts';
import { useChanges, type Changes } from './use-changes.ts';

/** The default of `maxRows`. */
const mostRows = 2000;

/** The roster as table and cards use it: what is shown, what may be done, and the doing with its undo. */
export interface Roster extends Changes {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly examples: readonly GridRow[];
  readonly maxRows: number;
  readonly readOnly: boolean;
  readonly canChangeRows: boolean;
  readonly canAddRows: boolean;
  readonly notes: ReadonlyMap<string, RowNotes>;
  readonly context: CellContext;
  readonly isHidden: (row: string, column: GridColumn) => boolean;
  /** Whether a paste may write the cell. A row that does not exist yet is open wherever its columns are. */
  readonly canWrite: (row: string, column: GridColumn) => boolean;
  /** Whether a person may type into the cell. */
  readonly canType: (row: string, column: GridColumn) => boolean;
  readonly newRow: () => GridRow;
}

const useRules = (props: RosterGridProps): Pick<Roster, 'isHidden' | 'canWrite' | 'canType' | 'canChangeRows'> => {
  const { rows, readOnly = false, fixedRows = false, hiddenCell, editableCell } = props;
  const present = useMemo(() => new Set(rows.map((row) => row._id)), [rows]);
  const isHidden: Roster['isHidden'] = (row, column) => present.has(row) && hiddenCell?.(row, column.key) === true;
  const canWrite: Roster['canWrite'] = (row, column) =>
    !readOnly && isTyped(column) && (!present.has(row) || editableCell?.(row, column.key) !== false);
  return {
    isHidden,
    canWrite,
    canType: (row, column) => canWrite(row, column) && !isHidden(row, column),
    canChangeRows: !readOnly && !fixedRows,
  };
};

const noRows: readonly GridRow[] = [];

export const useRoster = (props: RosterGridProps): Roster => {
  const { rows, labels, today, problems, remarks, highlights, maxRows = mostRows } = props;
  const changes = useChanges(props);
  const rules = useRules(props);
  const columns = useMemo(() => shownColumns(props.columns), [props.columns]);
  const notes = useMemo(() => notesByRow({ problems, remarks, highlights }), [problems, remarks, highlights]);
  return {
    ...changes,
    ...rules,
    label: props.label,
    columns,
    rows,
    examples: props.exampleRows ?? noRows,
    maxRows,
    readOnly: props.readOnly ?? false,
    canAddRows: rules.canChangeRows && rows.length < maxRows,
    notes,
    context: { labels, today },
    newRow: () => ({ ...props.newRowValues?.(), _id: newId() }),
  };
};

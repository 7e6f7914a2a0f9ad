import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { v4 as newId } from 'uuid';
import { isTyped, shownColumns, type GridColumn } from './column.ts';
import { emptyHistory, record, redo, undo, type ChangeCause, type History, type Replay } from './history.ts';
import type { RosterGridProps } from './grid-props.ts';
import { notesByRow, type RowNotes } from './notes.ts';
import { applyPatches, type Patch } from './patch.ts';
import type { CellContext } from './read-cell.ts';
import type { GridRow } from './row.ts';

/** The default of `maxRows`. */
const mostRows = 2000;

/** The roster as table and cards use it: what is shown, what may be done, and the doing with its undo. */
export interface Roster {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** The rows after the last change, even before they are drawn. */
  readonly latest: () => readonly GridRow[];
  readonly examples: readonly GridRow[];
  readonly maxRows: number;
  readonly readOnly: boolean;
  readonly canChangeRows: boolean;
  readonly canAddRows: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly notes: ReadonlyMap<string, RowNotes>;
  readonly context: CellContext;
  readonly isHidden: (row: string, column: GridColumn) => boolean;
  /** Whether a paste may write the cell. A row that does not exist yet is open wherever its columns are. */
  readonly canWrite: (row: string, column: GridColumn) => boolean;
  /** Whether a person may type into the cell. */
  readonly canType: (row: string, column: GridColumn) => boolean;
  readonly newRow: () => GridRow;
  readonly commit: (cause: ChangeCause, patches: readonly Patch[]) => void;
  /** Takes the last change back and returns what that did; undefined where there is none. */
  readonly undo: () => readonly Patch[] | undefined;
  readonly redo: () => readonly Patch[] | undefined;
}

interface Changes {
  readonly latest: Roster['latest'];
  readonly history: History;
  readonly commit: Roster['commit'];
  readonly undo: Roster['undo'];
  readonly redo: Roster['redo'];
}

const useChanges = ({ rows, onChange }: RosterGridProps): Changes => {
  const [history, setHistory] = useState(emptyHistory);
  // Two changes may come from one key, before React draws the first; the second builds on it
  const current = useRef({ rows, history });
  useLayoutEffect(() => {
    current.current = { rows, history };
  });
  const apply = (cause: ChangeCause, { patches, history: next }: Replay): void => {
    const changed = applyPatches(current.current.rows, patches);
    current.current = { rows: changed, history: next };
    setHistory(next);
    onChange?.(changed, { cause, patches });
  };
  const replay = (cause: ChangeCause, found: Replay | undefined): readonly Patch[] | undefined => {
    if (found !== undefined) apply(cause, found);
    return found?.patches;
  };
  return {
    latest: () => current.current.rows,
    history,
    commit: (cause, patches) => {
      if (patches.length > 0) apply(cause, { patches, history: record(current.current.history, patches) });
    },
    undo: () => replay('undo', undo(current.current.history)),
    redo: () => replay('redo', redo(current.current.history)),
  };
};

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
  const { history, ...changes } = useChanges(props);
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
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    notes,
    context: { labels, today },
    newRow: () => ({ ...props.newRowValues?.(), _id: newId() }),
  };
};

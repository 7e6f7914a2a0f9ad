import { setCell, type Sheet } from './edits.ts';
import type { Patch } from './patch.ts';
import { readCell, type CellContext } from './read-cell.ts';
import { placeTable, type ClipboardTable, type Placed } from './place-paste.ts';
import { isEmpty, type GridRow } from './row.ts';
import type { CellRange } from './selection.ts';
import { shownText, typedText } from './show-cell.ts';

export interface PasteTarget extends Sheet, CellContext {
  /** The selected range; the clipboard goes to its top left corner. A range that the clipboard tiles is filled whole. */
  readonly range: CellRange;
  readonly maxRows: number;
  readonly canAddRows: boolean;
  /** A row with a new identity and its defaults. */
  readonly newRow: () => GridRow;
}

/** What a paste will do, told before it is done. */
export interface PastePlan {
  readonly patches: readonly Patch[];
  /** Where the pasted cells will stand. */
  readonly range: CellRange;
  readonly size: { readonly rows: number; readonly columns: number };
  readonly preview: PastePreview;
  readonly byTitle: boolean;
  readonly cells: number;
  readonly overwritten: number;
  readonly unreadable: number;
  readonly rowsAdded: number;
  readonly rowsLeftOut: number;
  readonly columnsLeftOut: number;
  readonly cellsLeftOut: number;
}

interface PastePreview {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly { readonly text: string; readonly readable: boolean }[])[];
}

/** How many rows the preview shows. */
const previewRows = 5;

interface Written {
  readonly patches: readonly Patch[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly overwritten: number;
  readonly unreadable: number;
  readonly leftOut: number;
}

/** One clipboard row written over one row of ours. */
const writeRow = (cells: readonly string[], row: GridRow, columns: Placed['columns'], target: PasteTarget): Written => {
  const patches: Patch[] = [];
  const values: Record<string, unknown> = {};
  let overwritten = 0;
  let unreadable = 0;
  let leftOut = 0;
  cells.forEach((text, index) => {
    const column = columns[index];
    if (column === undefined) return;
    const before = row[column.key];
    if (!target.canWrite(row._id, column)) {
      const same = [typedText(column, before, target.labels), shownText(column, before, target.labels), ''].includes(
        text.trim(),
      );
      if (!same) leftOut += 1;
      return;
    }
    const { value, readable } = readCell(column, text, target);
    const change = setCell(row, column.key, value);
    if (change.length > 0 && !isEmpty(before)) overwritten += 1;
    if (!readable) unreadable += 1;
    patches.push(...change);
    values[column.key] = value;
  });
  return { patches, values, overwritten, unreadable, leftOut };
};

const sum = (rows: readonly Written[], of: (row: Written) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

const filledRow = (row: GridRow, written: Written): GridRow => {
  const filled = Object.entries(written.values).filter(([, value]) => !isEmpty(value));
  return { ...row, ...Object.fromEntries(filled) };
};

const previewOf = ({ columns, table }: Placed, target: PasteTarget): PastePreview => {
  const kept = columns.flatMap((column, index) => (column === undefined ? [] : [{ column, index }]));
  return {
    titles: kept.map(({ column }) => column.title),
    rows: table.slice(0, previewRows).map((cells) =>
      kept.map(({ column, index }) => {
        const { value, readable } = readCell(column, cells[index] ?? '', target);
        return { text: shownText(column, value, target.labels), readable };
      }),
    ),
  };
};

const rangeFor = (columns: Placed['columns'], top: number, count: number, target: PasteTarget): CellRange => {
  const places = columns.flatMap((column) => (column === undefined ? [] : [target.columns.indexOf(column)]));
  return { top, bottom: Math.max(top, top + count - 1), left: Math.min(...places), right: Math.max(...places) };
};

/** Reads a clipboard table into the roster from the selected cell on, and counts what it will do. */
export const planPaste = (source: ClipboardTable, target: PasteTarget): PastePlan => {
  const placed = placeTable(source, target.columns, target.range);
  const { table, columns } = placed;
  const top = target.range.top;
  const present = target.rows.slice(top, top + table.length);
  const room = target.canAddRows ? Math.max(0, target.maxRows - target.rows.length) : 0;
  const surplus = table.slice(present.length);
  const added = surplus.slice(0, room).map((cells) => {
    const row = target.newRow();
    const written = writeRow(cells, row, columns, target);
    return { row: filledRow(row, written), written };
  });
  const over = present.map((row, index) => writeRow(table[index] ?? [], row, columns, target));
  const all = [...over, ...added.map(({ written }) => ({ ...written, overwritten: 0 }))];
  const insert: Patch[] =
    added.length === 0 ? [] : [{ op: 'insert', at: target.rows.length, rows: added.map(({ row }) => row) }];
  return {
    patches: [...over.flatMap((row) => row.patches), ...insert],
    range: rangeFor(columns, top, present.length + added.length, target),
    size: { rows: table.length, columns: columns.length },
    preview: previewOf(placed, target),
    byTitle: placed.byTitle,
    cells: sum(all, (row) => Object.keys(row.values).length),
    overwritten: sum(all, (row) => row.overwritten),
    unreadable: sum(all, (row) => row.unreadable),
    rowsAdded: added.length,
    rowsLeftOut: surplus.length - added.length,
    columnsLeftOut: columns.filter(
      (column, index) => column === undefined && table.some((cells) => (cells[index] ?? '').trim() !== ''),
    ).length,
    cellsLeftOut: sum(all, (row) => row.leftOut),
  };
};

/** Whether a person must agree first: something filled would be lost, or something would not be pasted. */
export const needsConsent = (plan: PastePlan): boolean =>
  plan.byTitle || plan.overwritten > 0 || plan.rowsLeftOut > 0 || plan.columnsLeftOut > 0 || plan.cellsLeftOut > 0;

import { sameValue, type GridRow } from './row.ts';

/**
 * The smallest change of a roster, with all that is needed to take it back. Patches address rows by identity, so that
 * undo stays right after the host has changed other cells. `at`, `from` and `to` are positions among the other rows.
 */
export type Patch =
  | {
      readonly op: 'set';
      readonly row: string;
      readonly field: string;
      readonly before: unknown;
      readonly after: unknown;
    }
  | { readonly op: 'insert'; readonly at: number; readonly rows: readonly GridRow[] }
  | { readonly op: 'remove'; readonly at: number; readonly rows: readonly GridRow[] }
  | { readonly op: 'move'; readonly rows: readonly string[]; readonly from: number; readonly to: number };

type SetPatch = Extract<Patch, { op: 'set' }>;

const withCells = (row: GridRow, cells: readonly SetPatch[]): GridRow => {
  const { _id, ...values } = row;
  const next: Record<string, unknown> = values;
  for (const { field, after } of cells) {
    if (after === undefined) Reflect.deleteProperty(next, field);
    else next[field] = after;
  }
  return { _id, ...next };
};

const setCells = (rows: readonly GridRow[], cells: readonly SetPatch[]): readonly GridRow[] => {
  const byRow = new Map<string, SetPatch[]>();
  for (const cell of cells) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  return rows.map((row) => {
    const own = byRow.get(row._id);
    return own === undefined ? row : withCells(row, own);
  });
};

const placedAt = (rows: readonly GridRow[], at: number, added: readonly GridRow[]): readonly GridRow[] => [
  ...rows.slice(0, at),
  ...added,
  ...rows.slice(at),
];

const insertRows = (rows: readonly GridRow[], at: number, added: readonly GridRow[]): readonly GridRow[] => {
  const present = new Set(rows.map((row) => row._id));
  return placedAt(
    rows,
    at,
    added.filter((row) => !present.has(row._id)),
  );
};

const withoutRows = (rows: readonly GridRow[], ids: ReadonlySet<string>): readonly GridRow[] =>
  rows.filter((row) => !ids.has(row._id));

const applyOne = (rows: readonly GridRow[], patch: Exclude<Patch, { op: 'set' }>): readonly GridRow[] => {
  switch (patch.op) {
    case 'insert':
      return insertRows(rows, patch.at, patch.rows);
    case 'remove':
      return withoutRows(rows, new Set(patch.rows.map((row) => row._id)));
    case 'move': {
      const ids = new Set(patch.rows);
      const moved = rows.filter((row) => ids.has(row._id));
      return placedAt(withoutRows(rows, ids), patch.to, moved);
    }
  }
};

/** The rows after the patches, in order; untouched rows keep their identity, so that only changed ones are drawn anew. */
export const applyPatches = (rows: readonly GridRow[], patches: readonly Patch[]): readonly GridRow[] => {
  let result = rows;
  let cells: SetPatch[] = [];
  for (const patch of patches) {
    if (patch.op === 'set') {
      cells.push(patch);
      continue;
    }
    if (cells.length > 0) result = setCells(result, cells);
    cells = [];
    result = applyOne(result, patch);
  }
  return cells.length > 0 ? setCells(result, cells) : result;
};

/**
 * The cells in which the rows of both lists differ. Rows that only one of them has, and their order, are not looked at.
 */
export const cellDifference = (before: readonly GridRow[], after: readonly GridRow[]): Patch[] => {
  const known = new Map(before.map((row) => [row._id, row]));
  return after.flatMap((row) => {
    const old = known.get(row._id);
    if (old === undefined || old === row) return [];
    const fields = new Set([...Object.keys(old), ...Object.keys(row)]);
    return [...fields]
      .filter((field) => !sameValue(old[field], row[field]))
      .map((field): Patch => ({ op: 'set', row: row._id, field, before: old[field], after: row[field] }));
  });
};

const invertOne = (patch: Patch): Patch => {
  switch (patch.op) {
    case 'set':
      return { ...patch, before: patch.after, after: patch.before };
    case 'insert':
      return { ...patch, op: 'remove' };
    case 'remove':
      return { ...patch, op: 'insert' };
    case 'move':
      return { ...patch, from: patch.to, to: patch.from };
  }
};

/** The patches that take these patches back. */
export const invertPatches = (patches: readonly Patch[]): Patch[] => patches.map(invertOne).reverse();

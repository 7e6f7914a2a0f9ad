import type { Reach } from '../contract/wire/case.ts';

/**
 * What of a form's data somebody may see, change or remark upon. `fields` are dotted paths (`phone`, `section.field`,
 * `roster.column`), each with everything below it; `rows` whole rows of a roster by their id; `cells` single cells.
 */

/** One cell: a field of the head, or of one row of a roster. */
export interface Cell {
  field: string;
  roster?: string | undefined;
  row?: string | undefined;
}

interface Parts {
  fields: string[];
  rows?: Record<string, string[]> | undefined;
  cells?: Cell[] | undefined;
}

const merged = (a: Parts, b: Parts): Parts => {
  const rosters = new Set([...Object.keys(a.rows ?? {}), ...Object.keys(b.rows ?? {})]);
  const rowsOf = (roster: string): string[] => [...new Set([...(a.rows?.[roster] ?? []), ...(b.rows?.[roster] ?? [])])];
  return {
    fields: [...new Set([...a.fields, ...b.fields])],
    ...(rosters.size > 0 && { rows: Object.fromEntries([...rosters].map((roster) => [roster, rowsOf(roster)])) }),
    ...((a.cells ?? b.cells) !== undefined && { cells: [...(a.cells ?? []), ...(b.cells ?? [])] }),
  };
};

/** Everything that one of them reaches. */
export const union = (reaches: readonly Reach[]): Reach =>
  reaches.reduce<Reach>((sum, reach) => {
    if (sum === 'all' || reach === 'all') return 'all';
    if (sum === 'none') return reach;
    return reach === 'none' ? sum : merged(sum, reach);
  }, 'none');

/** Whether a dotted path stands at or below one of the fields. */
export const hasField = (reach: Reach, path: string): boolean => {
  if (typeof reach === 'string') return reach === 'all';
  return reach.fields.some((field) => path === field || path.startsWith(`${field}.`));
};

/** Whether something below a path can be reached, though not all of it. */
export const reachesInto = (reach: Reach, path: string): boolean => {
  if (typeof reach === 'string') return reach === 'all';
  const key = path.split('.').at(-1) ?? path;
  const isRoster = reach.rows?.[key] !== undefined || (reach.cells ?? []).some((cell) => cell.roster === key);
  return isRoster || reach.fields.some((field) => field.startsWith(`${path}.`));
};

export const hasRow = (reach: Reach, roster: string, row: string): boolean =>
  typeof reach === 'string' ? reach === 'all' : (reach.rows?.[roster] ?? []).includes(row);

export const hasCell = (reach: Reach, { roster, row, field }: Cell): boolean =>
  typeof reach === 'string'
    ? reach === 'all'
    : (reach.cells ?? []).some((cell) => cell.roster === roster && cell.row === row && cell.field === field);

/** The same for a cell of the head, whose address is its path or, inside a section, its bare key. */
export const hasHeadCell = (reach: Reach, path: string): boolean =>
  hasCell(reach, { field: path }) || hasCell(reach, { field: path.split('.').at(-1) ?? path });

/** Whether a cell, given by its address, is reached in any of the ways: through its field, its row, or by itself. */
export const isReached = (reach: Reach, cell: Cell): boolean => {
  const path = cell.roster === undefined ? cell.field : `${cell.roster}.${cell.field}`;
  const isInRow = cell.roster !== undefined && cell.row !== undefined && hasRow(reach, cell.roster, cell.row);
  return isInRow || hasField(reach, path) || hasCell(reach, cell);
};

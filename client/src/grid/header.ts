import type { GridColumn } from './column.ts';

/** One cell of the header: a column's own title, or the title of a group above several columns. */
export interface HeaderCell {
  readonly title: string;
  readonly from: number;
  readonly columns: number;
  readonly level: number;
  readonly levels: number;
  /** The column whose own title this is; undefined for a group. */
  readonly column?: GridColumn | undefined;
}

const pathOf = (column: GridColumn): readonly string[] => column.titlePath ?? [];

const sameGroup = (one: GridColumn, other: GridColumn | undefined, level: number): boolean =>
  other !== undefined &&
  pathOf(other).length > level &&
  pathOf(one)
    .slice(0, level + 1)
    .every((title, index) => title === pathOf(other)[index]);

const groupsAt = (columns: readonly GridColumn[], level: number): HeaderCell[] => {
  const cells: HeaderCell[] = [];
  let from = 0;
  while (from < columns.length) {
    const column = columns[from];
    const title = column === undefined ? undefined : pathOf(column)[level];
    let end = from + 1;
    if (column !== undefined && title !== undefined) {
      while (sameGroup(column, columns[end], level)) end += 1;
      cells.push({ title, from, columns: end - from, level, levels: 1 });
    }
    from = end;
  }
  return cells;
};

/** The header level by level, the outermost groups first. A column without groups reaches over all levels. */
export const headerLevels = (columns: readonly GridColumn[]): HeaderCell[][] => {
  const depth = Math.max(0, ...columns.map((column) => pathOf(column).length));
  const levels = Array.from({ length: depth + 1 }, (_, level) => groupsAt(columns, level));
  columns.forEach((column, from) => {
    const level = pathOf(column).length;
    levels[level]?.push({ title: column.title, from, columns: 1, level, levels: depth + 1 - level, column });
  });
  return levels.map((cells) => cells.sort((one, other) => one.from - other.from));
};

/** The element id of a cell, by the grid's own id, the row's identity and the column's key. */
export const cellId = (grid: string, row: string, field: string): string => `${grid}-${row}-${field}`;

/** The identity under which the row that does not exist yet is drawn. */
export const newRowId = 'new';

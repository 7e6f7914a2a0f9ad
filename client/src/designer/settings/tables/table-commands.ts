import type { Command } from '../../workflow/commands/command.ts';
import { insertAfter, renameAt, setAt } from '../../yaml/edit-yaml.ts';
import { at, isRecord, type Path, valueOf } from '../../yaml/read-yaml.ts';

const keysAt = (text: string, path: Path): string[] => {
  const found = at(valueOf(text), path);
  return isRecord(found) ? Object.keys(found) : [];
};

/** The one key that took the place of another, everything else standing where it stood. */
const renamed = (before: readonly string[], after: readonly string[]): [from: string, to: string] | null => {
  if (before.length !== after.length) return null;
  const changed = before.flatMap((key, index) => (after[index] === key ? [] : [index]));
  const [index] = changed;
  if (changed.length !== 1 || index === undefined) return null;
  const [from = '', to = ''] = [before[index], after[index]];
  return before.includes(to) ? null : [from, to];
};

/** Gives a table these rows; only lines that say something else are touched. */
export const setRows = (table: string, rows: Record<string, Record<string, unknown>>): Command => ({
  name: 'settings.command.rows',
  apply: (text) => {
    const path = ['tables', table, 'rows'];
    const name = renamed(keysAt(text, path), Object.keys(rows));
    const kept = name === null ? text : renameAt(text, [...path, name[0]], name[1]);
    return setAt(kept, path, rows);
  },
});

export const addColumn = (table: string, column: string, type: string): Command => ({
  name: 'settings.command.column',
  apply: (text) => {
    const path = ['tables', table, 'columns'];
    return insertAfter(text, path, { key: column, value: type, after: keysAt(text, path).at(-1) ?? null });
  },
});

export const setColumnType = (table: string, column: string, type: string): Command => ({
  name: 'settings.command.column',
  apply: (text) => setAt(text, ['tables', table, 'columns', column], type),
});

/** Takes a column away with everything that stands in it. */
export const removeColumn = (table: string, column: string): Command => ({
  name: 'settings.command.remove-column',
  apply: (text) => {
    const rows = ['tables', table, 'rows'];
    const emptied = keysAt(text, rows).reduce((left, row) => {
      const cells = keysAt(left, [...rows, row]);
      if (!cells.includes(column)) return left;
      return cells.length === 1 ? setAt(left, [...rows, row], {}) : setAt(left, [...rows, row, column], undefined);
    }, text);
    const columns = keysAt(text, ['tables', table, 'columns']);
    return columns.length === 1
      ? setAt(emptied, ['tables', table, 'columns'], {})
      : setAt(emptied, ['tables', table, 'columns', column], undefined);
  },
});

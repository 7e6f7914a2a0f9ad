import { isRecord, rowId } from '../data.ts';
import type { Data } from '../data.ts';
import type { FormModel } from '../environment.ts';
import { pointer, rowsOf, valueAt } from './address.ts';
import { withRows, withValue } from './change-data.ts';
import { rosters } from './fields.ts';
import type { Issue } from './issue.ts';

/** Rows keep their identity by `_id`: whoever adds a row makes it, and no two rows of a form share one. */

/** The data with an id in every row that has none. `makeId` gives a new UUID at each call. */
export const withRowIds = (model: FormModel, data: Data, makeId: () => string): Data =>
  rosters(model.form).reduce((current, { path }) => {
    const rows = valueAt(current, path);
    if (!Array.isArray(rows)) return current;
    const changed = withRows(rows, (row) => (rowId(row) === '' ? { _id: makeId(), ...withoutId(row) } : row));
    return changed === rows ? current : withValue(current, path, changed);
  }, data);

const withoutId = (row: Data): Data => Object.fromEntries(Object.entries(row).filter(([key]) => key !== '_id'));

/** Rows of a form without their ids, to begin a new form with. */
export const rowsWithoutIds = (rows: readonly unknown[]): unknown[] =>
  rows.map((row) => (isRecord(row) ? withoutId(row) : row));

export const checkRowIds = (model: FormModel, data: Data, locale: string): Issue[] => {
  const seen = new Set<string>();
  const message = locale.startsWith('zh')
    ? '这一行与另一行的标识重复，请删除后重新添加'
    : 'This row has the identity of another one; delete it and add it again';
  return rosters(model.form).flatMap(({ key, path }) =>
    rowsOf(model.form, data, key).flatMap((row, i): Issue[] => {
      const id = rowId(row);
      if (id === '') return [];
      if (seen.has(id)) return [{ pointer: pointer(...path, i), message, severity: 'error', code: 'row-id' }];
      seen.add(id);
      return [];
    }),
  );
};

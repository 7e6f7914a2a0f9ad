import { type Check, formsOf, programmeSubject, say, unknownAmong } from '../check.ts';
import { fieldsIn } from '../form-walk.ts';

/** Columns of a table that rows fill or rosters copy, and that the table does not declare. */
export const unknownColumn: Check = {
  code: 'unknown-column',
  severity: 'error',
  remarks: (dossier) => {
    const tables = dossier.programme.tables ?? {};
    const thing = say('列（columns）', 'column');
    const filled = Object.entries(tables).flatMap(([table, { columns, rows }]) =>
      unknownAmong(
        programmeSubject(dossier),
        Object.entries(rows).flatMap(([row, cells]) =>
          Object.keys(cells).map((name) => ({ path: ['tables', table, 'rows', row, name], name })),
        ),
        { thing, known: Object.keys(columns) },
      ),
    );
    const copied = formsOf(dossier).flatMap(({ of, form }) =>
      fieldsIn(form).flatMap(({ path, field }) => {
        const from = field['x-default'];
        if (typeof from !== 'object' || from.columns === undefined) return [];
        const table = tables[from.table];
        const names = Object.entries(from.columns).map(([key, name]) => ({
          path: [...path, 'x-default', 'columns', key],
          name,
        }));
        return table === undefined ? [] : unknownAmong(of, names, { thing, known: Object.keys(table.columns) });
      }),
    );
    return [...filled, ...copied];
  },
};

import { type Check, formsOf, say } from '../check.ts';
import { fieldsIn } from '../form-walk.ts';

/** A choice without choices can never be answered. */
export const optionsEmpty: Check = {
  code: 'options-empty',
  severity: 'error',
  remarks: (dossier) =>
    formsOf(dossier).flatMap(({ of, form }) =>
      fieldsIn(form).flatMap(({ field, path }) => {
        const given = field['x-options'] ?? field.items?.['x-options'];
        if (given === undefined || field.oneOf !== undefined) return [];
        const tables = [given].flat().map((source) => (typeof source === 'string' ? source : source.table));
        const known = tables.flatMap((table) => dossier.programme.tables?.[table] ?? []);
        if (known.length < tables.length || known.some(({ rows }) => Object.keys(rows).length > 0)) return [];
        return [
          {
            of,
            path: [...path, ...(field['x-options'] === undefined ? ['items'] : []), 'x-options'],
            message: say(`表“${tables.join('、')}”没有任何行`, `The table "${tables.join(', ')}" has no rows`),
            suggestion: say('请在表中至少写一行', 'Give the table at least one row'),
          },
        ];
      }),
    ),
};

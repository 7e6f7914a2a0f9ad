import { type Check, type Reference, formsOf, say, unknownAmong } from '../check.ts';
import { fieldsIn } from '../form-walk.ts';

export const unknownTable: Check = {
  code: 'unknown-table',
  severity: 'error',
  remarks: (dossier) =>
    formsOf(dossier).flatMap(({ of, form }) =>
      unknownAmong(
        of,
        fieldsIn(form).flatMap(({ path, field }): Reference[] => {
          const given = field['x-options'];
          const options = (Array.isArray(given) ? given : given === undefined ? [] : [given]).map((source, index) => ({
            path: [
              ...path,
              'x-options',
              ...(Array.isArray(given) ? [index] : []),
              ...(typeof source === 'string' ? [] : ['table']),
            ],
            name: typeof source === 'string' ? source : source.table,
          }));
          const start = field['x-default'];
          const copied =
            typeof start === 'object' ? [{ path: [...path, 'x-default', 'table'], name: start.table }] : [];
          return [...options, ...copied];
        }),
        { thing: say('表（tables）', 'table'), known: Object.keys(dossier.programme.tables ?? {}) },
      ),
    ),
};

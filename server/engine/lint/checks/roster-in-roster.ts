import { fieldKind } from '../../form/field-kind.ts';
import { type Check, formsOf, say } from '../check.ts';
import { fieldsIn } from '../form-walk.ts';

/** A row is one line of a table: it holds values, not tables. */
export const rosterInRoster: Check = {
  code: 'roster-in-roster',
  severity: 'error',
  remarks: (dossier) =>
    formsOf(dossier).flatMap(({ of, form }) =>
      fieldsIn(form)
        .filter(({ field, roster }) => roster !== null && fieldKind(field) === 'roster')
        .map(({ path }) => ({
          of,
          path,
          message: say('名单里不能再有名单', 'A roster cannot stand inside a roster'),
          suggestion: say('请把它放到表单顶层', 'Move it to the top of the form'),
        })),
    ),
};

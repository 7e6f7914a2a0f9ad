import { type Check, formsOf, say } from '../check.ts';
import { fieldsIn } from '../form-walk.ts';

/** A list without a limit has no worst case: neither for the page, nor for the sheet, nor for an expression over it. */
export const arrayWithoutMaxItems: Check = {
  code: 'array-without-max-items',
  severity: 'error',
  remarks: (dossier) =>
    formsOf(dossier).flatMap(({ of, form }) =>
      fieldsIn(form)
        .filter(({ field }) => (field.type === 'array' || field.items !== undefined) && field.maxItems === undefined)
        .filter(({ field }) => field['x-file'] === undefined)
        .map(({ path }) => ({
          of,
          path,
          message: say('列表必须有上限', 'A list needs a limit'),
          suggestion: say('请加上 maxItems，例如 "maxItems": 200', 'Add maxItems, for example "maxItems": 200'),
        })),
    ),
};

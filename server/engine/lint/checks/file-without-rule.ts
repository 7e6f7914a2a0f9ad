import { type Check, formsOf, say } from '../check.ts';
import { fieldsIn } from '../form-walk.ts';

/** A field for files says which kinds, how large and how many. */
export const fileWithoutRule: Check = {
  code: 'file-without-rule',
  severity: 'error',
  remarks: (dossier) =>
    formsOf(dossier).flatMap(({ of, form }) =>
      fieldsIn(form)
        .filter(({ field }) => field['x-widget'] === 'file' && field['x-file'] === undefined)
        .map(({ path }) => ({
          of,
          path,
          message: say(
            '文件字段必须说明种类、大小和数量',
            'A field for files says which kinds, how large and how many',
          ),
          suggestion: say(
            '请加上 "x-file": {"types": ["image/jpeg"], "maxBytes": 10485760, "maxCount": 9}',
            'Add "x-file": {"types": ["image/jpeg"], "maxBytes": 10485760, "maxCount": 9}',
          ),
        })),
    ),
};

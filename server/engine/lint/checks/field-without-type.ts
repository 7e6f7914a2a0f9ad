import { fieldKind } from '../../form/field-kind.ts';
import { type Check, formsOf, say } from '../check.ts';
import { fieldsIn } from '../form-walk.ts';

/** Every value is of a stated type, or one of stated codes. */
export const fieldWithoutType: Check = {
  code: 'field-without-type',
  severity: 'error',
  remarks: (dossier) =>
    formsOf(dossier).flatMap(({ of, form }) =>
      fieldsIn(form)
        .filter(({ field }) => field.type === undefined && field.const === undefined && fieldKind(field) === 'value')
        .map(({ path }) => ({
          of,
          path,
          message: say('字段没有类型', 'The field has no type'),
          suggestion: say(
            '请写 "type": "string"、integer、number、boolean、array 或 object，或写选项 oneOf / x-options',
            'Write "type": "string", integer, number, boolean, array or object, or the choices as oneOf or x-options',
          ),
        })),
    ),
};

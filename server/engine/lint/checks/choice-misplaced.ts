import { fieldKind } from '../../form/field-kind.ts';
import { type Check, type Remark, formsOf, say } from '../check.ts';
import { fieldsIn } from '../form-walk.ts';

/** Several choices are a list whose items are the choice; and a field takes its choices from one place. */
export const choiceMisplaced: Check = {
  code: 'choice-misplaced',
  severity: 'error',
  remarks: (dossier) =>
    formsOf(dossier).flatMap(({ of, form }) =>
      fieldsIn(form).flatMap(({ field, path }): Remark[] => {
        const words = (['oneOf', 'enum', 'x-options'] as const).filter((word) => field[word] !== undefined);
        const kind = fieldKind(field);
        if (words.length > 0 && kind !== 'choice')
          return [
            {
              of,
              path: [...path, words[0] ?? ''],
              message: say('多选的选项应写在 items 里', 'The choices of a list stand in its items'),
              suggestion: say(`请写 "items": {"${words[0] ?? ''}": …}`, `Write "items": {"${words[0] ?? ''}": …}`),
            },
          ];
        if (words.length < 2) return [];
        return [
          {
            of,
            path: [...path, words[1] ?? ''],
            message: say(
              `选项写了不止一处：${words.join('、')}`,
              `The choices are given in more than one way: ${words.join(', ')}`,
            ),
            suggestion: say('只留一种', 'Keep one of them'),
          },
        ];
      }),
    ),
};

import { fieldKind } from '../../form/field-kind.ts';
import { type Check, formsOf, say } from '../check.ts';
import { fieldsIn } from '../form-walk.ts';

/** Cells, rights and remarks name a roster by its key alone. */
export const rosterTwice: Check = {
  code: 'roster-twice',
  severity: 'error',
  remarks: (dossier) =>
    formsOf(dossier).flatMap(({ of, form }) => {
      const rosters = fieldsIn(form).filter(({ field }) => fieldKind(field) === 'roster');
      return rosters
        .filter(({ key }, index) => rosters.findIndex((other) => other.key === key) < index)
        .map(({ path, key }) => ({
          of,
          path,
          message: say(`表单中有两个名单都叫“${key}”`, `Two rosters of the form are called "${key}"`),
          suggestion: say('请给其中一个改名', 'Rename one of them'),
        }));
    }),
};

import { type Check, type Remark, workflowsOf, say } from '../check.ts';
import { expressionsOf } from '../expression-sites.ts';
import { fieldsIn } from '../form-walk.ts';

/** Notices leave the system: what is masked inside does not belong into them. */
export const personalInNotice: Check = {
  code: 'personal-in-notice',
  severity: 'warning',
  remarks: (dossier) => {
    const personal = new Map(
      workflowsOf(dossier).map(({ of, form }) => [
        of.key,
        form === undefined
          ? []
          : fieldsIn(form)
              .filter(({ field }) => field['x-pii'] !== undefined)
              .map(({ key }) => key),
      ]),
    );
    return expressionsOf(dossier)
      .filter(({ place }) => place.at === 'message')
      .flatMap(({ of, path, text }): Remark[] =>
        (personal.get(of.key) ?? [])
          .filter((key) => new RegExp(`\\.${key}\\b`).test(text))
          .map((key) => ({
            of,
            path,
            message: say(`通知里含有个人信息“${key}”`, `The notice tells personal data, "${key}"`),
            suggestion: say('请去掉，收到通知的人可在系统中查看', 'Leave it out; who is told can look it up'),
          })),
      );
  },
};

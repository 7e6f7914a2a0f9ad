import type { Field } from '../../../contract/definition/field.ts';
import { type Check, type Path, formsOf, say } from '../check.ts';
import { groupsIn } from '../form-walk.ts';

/** Fields that a condition of the object can hide, with the place where it does. */
const hidesOf = (group: Field, path: Path): { path: Path; key: string }[] => {
  const places: [Path, Field['then']][] = [
    [[...path, 'then'], group.then],
    [[...path, 'else'], group.else],
    ...(group.allOf ?? []).flatMap((conditional, index): [Path, Field['then']][] => [
      [[...path, 'allOf', index, 'then'], conditional.then],
      [[...path, 'allOf', index, 'else'], conditional.else],
    ]),
  ];
  return places.flatMap(([at, consequence]) =>
    Object.entries(consequence?.properties ?? {}).flatMap(([key, limits]) =>
      limits === false ? [{ path: [...at, 'properties', key], key }] : [],
    ),
  );
};

/** A field that is always required and sometimes forbidden makes the form impossible to submit. */
export const requiredButHidden: Check = {
  code: 'required-but-hidden',
  severity: 'error',
  remarks: (dossier) =>
    formsOf(dossier).flatMap(({ of, form }) =>
      groupsIn(form).flatMap(({ group, path }) =>
        hidesOf(group, path)
          .filter(({ key }) => group.required?.includes(key) === true)
          .map(({ path: at, key }) => ({
            of,
            path: at,
            message: say(`“${key}”始终必填，却会被这里隐藏`, `"${key}" is always required, and this hides it`),
            suggestion: say(
              `请从 required 中去掉 ${key}，改为在显示它的条件里写 required`,
              `Take ${key} out of required, and require it in the condition that shows it`,
            ),
          })),
      ),
    ),
};

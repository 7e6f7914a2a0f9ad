import type { Field } from '../../../contract/definition/field.ts';
import { type Check, type Path, type Remark, formsOf, say } from '../check.ts';
import { fieldsIn } from '../form-walk.ts';

const othersOf = (field: Field, path: Path): { path: Path; other: string }[] => [
  ...(field['x-other'] === undefined ? [] : [{ path: [...path, 'x-other'], other: field['x-other'] }]),
  ...(field.oneOf ?? []).flatMap((option, index) =>
    option['x-other'] === undefined ? [] : [{ path: [...path, 'oneOf', index, 'x-other'], other: option['x-other'] }],
  ),
];

/** “Other, please state” asks for a text beside it, which is shown and required only then. */
export const otherNotText: Check = {
  code: 'other-not-text',
  severity: 'error',
  remarks: (dossier) =>
    formsOf(dossier).flatMap(({ of, form }) =>
      fieldsIn(form).flatMap(({ field, path, group }): Remark[] =>
        [...othersOf(field, path), ...othersOf(field.items ?? {}, [...path, 'items'])].flatMap(
          ({ path: at, other }) => {
            const target = group.properties?.[other];
            if (target === undefined) return [];
            if (group.required?.includes(other) === true)
              return [
                {
                  of,
                  path: at,
                  message: say(
                    `“${other}”不能写在 required 中：只有选了此项才要填`,
                    `"${other}" must not stand in required: it is asked for only with this choice`,
                  ),
                  suggestion: say(`请从 required 中去掉 ${other}`, `Take ${other} out of required`),
                },
              ];
            if (target.type === 'string') return [];
            return [
              {
                of,
                path: at,
                message: say(`“${other}”应为文字字段`, `"${other}" must be a text`),
                suggestion: say('请把它的 type 写成 "string"', 'Give it "type": "string"'),
              },
            ];
          },
        ),
      ),
    ),
};

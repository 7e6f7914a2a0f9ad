import type { Field } from '../../../contract/definition/field.ts';
import { type Check, type Path, formsOf, say } from '../check.ts';
import type { Dossier } from '../dossier.ts';
import { fieldsIn } from '../form-walk.ts';

/** The codes of a field with their places, those of tables after the written ones. */
const codesOf = (field: Field, path: Path, dossier: Dossier): { path: Path; code: unknown }[] => {
  const given = field['x-options'];
  const sources = given === undefined ? [] : [given].flat();
  return [
    ...(field.oneOf ?? []).map((option, index) => ({ path: [...path, 'oneOf', index, 'const'], code: option.const })),
    ...(field.enum ?? []).map((code, index) => ({ path: [...path, 'enum', index], code })),
    ...sources.flatMap((source) => {
      const table = dossier.programme.tables?.[typeof source === 'string' ? source : source.table];
      return Object.keys(table?.rows ?? {}).map((code) => ({ path: [...path, 'x-options'], code }));
    }),
  ];
};

/** A code stands for one choice; twice the same code would make two titles one answer. */
export const optionTwice: Check = {
  code: 'option-twice',
  severity: 'error',
  remarks: (dossier) =>
    formsOf(dossier).flatMap(({ of, form }) =>
      fieldsIn(form).flatMap(({ field, path }) => {
        const isList = field.items !== undefined && field.items.properties === undefined;
        const codes = isList ? codesOf(field.items ?? {}, [...path, 'items'], dossier) : codesOf(field, path, dossier);
        return codes
          .filter(({ code }, index) => codes.findIndex((other) => other.code === code) < index)
          .map(({ path: at, code }) => ({
            of,
            path: at,
            message: say(`选项代码 ${JSON.stringify(code)} 重复`, `The code ${JSON.stringify(code)} is there twice`),
            suggestion: say('请给每个选项不同的代码', 'Give each choice a code of its own'),
          }));
      }),
    ),
};

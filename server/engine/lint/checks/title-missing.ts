import type { Workflow } from '../../../contract/definition/workflow.ts';
import type { LocalText } from '../../../contract/text.ts';
import { type Check, type Path, type Remark, type Subject, programmeSubject, say } from '../check.ts';
import type { Dossier } from '../dossier.ts';
import { fieldsIn } from '../form-walk.ts';

interface TitleAt {
  of: Subject;
  path: Path;
  title: LocalText | undefined;
}

const inRecord = (
  of: Subject,
  record: Record<string, { title?: LocalText | undefined }> | undefined,
  path: Path,
): TitleAt[] => Object.entries(record ?? {}).map(([key, { title }]) => ({ of, path: [...path, key, 'title'], title }));

const inProgramme = (dossier: Dossier): TitleAt[] => {
  const { programme } = dossier;
  const of = programmeSubject(dossier);
  const cells = Object.entries(programme.tables ?? {}).flatMap(([table, { rows }]) =>
    Object.entries(rows).flatMap(([row, { title }]): TitleAt[] =>
      typeof title === 'string' || (typeof title === 'object' && !Array.isArray(title))
        ? [{ of, path: ['tables', table, 'rows', row, 'title'], title }]
        : [],
    ),
  );
  return [
    { of, path: ['title'], title: programme.title },
    ...inRecord(of, programme.organisation_kinds, ['organisation_kinds']),
    ...inRecord(of, programme.roles, ['roles']),
    ...cells,
  ];
};

/** Texts that may be left out; where one stands, it stands in every language. */
const textsIn = (of: Subject, { deadlines, params, messages, states }: Workflow): TitleAt[] => [
  ...[...inRecord(of, deadlines, ['deadlines']), ...inRecord(of, params, ['params'])].filter(
    ({ title }) => title !== undefined,
  ),
  ...Object.entries(messages ?? {}).map(([key, title]) => ({ of, path: ['messages', key], title })),
  ...Object.entries(states).flatMap(([state, { on }]) =>
    Object.entries(on ?? {}).flatMap(([action, rule]) =>
      ('kind' in rule ? (rule.reasons ?? []) : []).map(({ title }, index) => ({
        of,
        path: ['states', state, 'on', action, 'reasons', index, 'title'],
        title,
      })),
    ),
  ),
];

const inWorkflows = (dossier: Dossier): TitleAt[] =>
  [...dossier.workflows].flatMap(([key, workflow]): TitleAt[] => {
    const of: Subject = { kind: 'Workflow', key };
    return [
      { of, path: ['title'], title: workflow.title },
      ...inRecord(of, workflow.states, ['states']),
      ...inRecord(of, workflow.matters, ['matters']),
      ...textsIn(of, workflow),
      ...Object.entries(workflow.states).flatMap(([state, { on }]) =>
        Object.entries(on ?? {}).flatMap(([action, rule]): TitleAt[] =>
          'kind' in rule ? [{ of, path: ['states', state, 'on', action, 'title'], title: rule.title }] : [],
        ),
      ),
    ];
  });

const inForms = (dossier: Dossier): TitleAt[] =>
  [...dossier.forms].flatMap(([key, form]): TitleAt[] => {
    const of: Subject = { kind: 'Form', key };
    return [
      { of, path: ['title'], title: form.title },
      ...fieldsIn(form).flatMap(({ field, path }): TitleAt[] => [
        { of, path: [...path, 'title'], title: field.title },
        ...(field.oneOf ?? []).map((option, index) => ({
          of,
          path: [...path, 'oneOf', index, 'title'],
          title: option.title,
        })),
      ]),
    ];
  });

const missingIn = ({ of, path, title }: TitleAt, locales: readonly string[]): Remark[] => {
  if (title === undefined)
    return [
      {
        of,
        path,
        message: say('没有标题，屏幕上只能显示键', 'There is no title; people would see the key'),
        suggestion: say('请加上 title', 'Add a title'),
      },
    ];
  // A single text is taken for the first language.
  const has = typeof title === 'string' ? locales.slice(0, 1) : Object.keys(title);
  return locales
    .filter((locale) => !has.includes(locale))
    .map((locale) => ({
      of,
      path,
      message: say(`标题缺少 ${locale}`, `The title is missing in ${locale}`),
      suggestion:
        of.kind === 'Form'
          ? say(`请加上 "x-title": {"${locale}": …}`, `Add "x-title": {"${locale}": …}`)
          : say(
              `请写 {${locales.map((one) => `${one}: …`).join(', ')}}`,
              `Write {${locales.map((one) => `${one}: …`).join(', ')}}`,
            ),
    }));
};

/** Every title is there in every language of the programme. */
export const titleMissing: Check = {
  code: 'title-missing',
  severity: 'warning',
  remarks: (dossier) =>
    [...inProgramme(dossier), ...inWorkflows(dossier), ...inForms(dossier)].flatMap((at) =>
      missingIn(at, dossier.programme.locales),
    ),
};

import type { Form } from '../../../contract/definition/form.ts';
import type { Marks } from '../../../contract/definition/judging.ts';
import { type Check, type Path, type Reference, type Remark, say, unknownAmong, workflowsOf } from '../check.ts';
import { fieldsIn } from '../form-walk.ts';
import { judgedTasks } from '../judging.ts';

const fieldReferences = ({ fields }: Marks, path: Path): Reference[] =>
  Array.isArray(fields)
    ? fields.map((name, index) => ({ path: [...path, 'fields', index], name }))
    : Object.keys(fields).map((name) => ({ path: [...path, 'fields', name], name }));

const numbersOf = (form: Form): string[] =>
  fieldsIn(form)
    .filter(({ field, roster }) => roster === null && (field.type === 'integer' || field.type === 'number'))
    .map(({ name }) => name);

/** Marks are given in a task that people judge one by one, by its actors, and count numbers of their sheet. */
export const unknownMarks: Check = {
  code: 'unknown-marks',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      Object.entries(workflow.marks ?? {}).flatMap(([key, marks]): Remark[] => {
        const path = ['marks', key];
        const tasks = judgedTasks(workflow);
        const sheet = dossier.forms.get(marks.form);
        const actors = tasks.filter((one) => one.key === marks.task).flatMap(({ rule }) => rule.actors);
        const judges = marks.by.map((name, index) => ({ path: [...path, 'by', index], name }));
        return [
          ...unknownAmong(of, [{ path: [...path, 'task'], name: marks.task }], {
            thing: say('逐人评审的任务', 'task that several people judge'),
            known: tasks.map((one) => one.key),
          }),
          ...(actors.length === 0
            ? []
            : unknownAmong(of, judges, { thing: say('该任务的办理者', 'actor of the task'), known: actors })),
          ...(sheet === undefined
            ? []
            : unknownAmong(of, fieldReferences(marks, path), {
                thing: say('评分表数字项', 'number of the sheet'),
                known: numbersOf(sheet),
              })),
        ];
      }),
    ),
};

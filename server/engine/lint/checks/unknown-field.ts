import type { Form } from '../../../contract/definition/form.ts';
import type { Workflow } from '../../../contract/definition/workflow.ts';
import { type Check, formsOf, workflowsOf } from '../check.ts';
import { type FieldReference, unknownFields } from '../field-path.ts';
import { fieldReferences } from '../field-references.ts';
import { fieldsIn } from '../form-walk.ts';

const inRights = (workflow: Workflow, form: Form): FieldReference[] =>
  Object.entries(workflow.states).flatMap(([state, { rights }]) =>
    Object.entries(rights ?? {}).flatMap(([actor, right]) =>
      Object.entries(right).flatMap(([kind, area]) => {
        if (typeof area !== 'object') return [];
        return (['sections', 'fields'] as const).flatMap((word) =>
          (area[word] ?? []).map((name, index) => ({
            path: ['states', state, 'rights', actor, kind, word, index],
            name,
            from: form,
          })),
        );
      }),
    ),
  );

const inActors = (workflow: Workflow, form: Form): FieldReference[] =>
  Object.entries(workflow.actors).flatMap(([key, actor]) =>
    'person' in actor ? [{ path: ['actors', key, 'person'], name: actor.person, from: form }] : [],
  );

const inSets = (workflow: Workflow, form: Form): FieldReference[] =>
  Object.entries(workflow.states).flatMap(([state, { on }]) =>
    Object.entries(on ?? {}).flatMap(([key, { set }]) =>
      Object.keys(set ?? {}).map((name) => ({ path: ['states', state, 'on', key, 'set', name], name, from: form })),
    ),
  );

/** Fields that a form or a workflow names and that the form does not have. */
export const unknownField: Check = {
  code: 'unknown-field',
  severity: 'error',
  remarks: (dossier) => [
    ...formsOf(dossier).flatMap(({ of, form }) => unknownFields(of, fieldReferences(form))),
    ...formsOf(dossier).flatMap(({ of, form }) =>
      fieldsIn(form).flatMap(({ path, field }) => {
        const ref = field['x-ref'];
        const other = ref === undefined ? undefined : dossier.workflows.get(ref.workflow);
        const from = other === undefined ? undefined : dossier.forms.get(other.subject.form);
        if (ref === undefined || from === undefined) return [];
        const shown = ref.show.map((name, index) => ({ path: [...path, 'x-ref', 'show', index], name, from }));
        const filled = Object.entries(ref.fill ?? {}).map(([key, name]) => ({
          path: [...path, 'x-ref', 'fill', key],
          name,
          from,
        }));
        return unknownFields(of, [...shown, ...filled]);
      }),
    ),
    ...workflowsOf(dossier).flatMap(({ of, workflow, form }) =>
      form === undefined
        ? []
        : unknownFields(of, [...inRights(workflow, form), ...inActors(workflow, form), ...inSets(workflow, form)]),
    ),
  ],
};

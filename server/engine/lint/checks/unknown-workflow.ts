import {
  type Check,
  type Reference,
  formsOf,
  programmeSubject,
  referencesIn,
  say,
  unknownAmong,
  workflowsOf,
} from '../check.ts';
import { fieldsIn } from '../form-walk.ts';

export const unknownWorkflow: Check = {
  code: 'unknown-workflow',
  severity: 'error',
  remarks: (dossier) => {
    const known = dossier.keys.Workflow;
    const thing = say('流程', 'workflow');
    const picked = formsOf(dossier).flatMap(({ of, form }) =>
      unknownAmong(
        of,
        fieldsIn(form).flatMap(({ path, field }): Reference[] => {
          const ref = field['x-ref'];
          return ref === undefined ? [] : [{ path: [...path, 'x-ref', 'workflow'], name: ref.workflow }];
        }),
        { thing, known },
      ),
    );
    const played = [...dossier.scenarios].flatMap(([key, { workflow }]) =>
      unknownAmong({ kind: 'Scenario', key }, [{ path: ['workflow'], name: workflow }], { thing, known }),
    );
    const listed = referencesIn(dossier.programme.workflows, ['workflows']);
    const held = workflowsOf(dossier).flatMap(({ of, workflow }) =>
      unknownAmong(
        of,
        workflow.gather === undefined ? [] : [{ path: ['gather', 'workflow'], name: workflow.gather.workflow }],
        {
          thing,
          known: [...known].filter((key) => key !== of.key),
        },
      ),
    );
    const { uses = [] } = dossier.programme;
    const bound = uses.map(({ workflow: name }, index): Reference => ({ path: ['uses', index, 'workflow'], name }));
    // A binding cannot be bound again: only workflows with a text of their own can.
    const own = [...known].filter((key) => !uses.some(({ as, workflow }) => as === key && workflow !== key));
    return [
      ...unknownAmong(programmeSubject(dossier), listed, { thing, known }),
      ...unknownAmong(programmeSubject(dossier), bound, { thing, known: own }),
      ...picked,
      ...played,
      ...held,
    ];
  },
};

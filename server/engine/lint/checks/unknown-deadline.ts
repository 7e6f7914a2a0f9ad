import { type Check, say, unknownAmong, workflowsOf } from '../check.ts';
import { deadlineReferences } from '../references.ts';

export const unknownDeadline: Check = {
  code: 'unknown-deadline',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      unknownAmong(of, deadlineReferences(workflow), {
        thing: say('期限', 'deadline'),
        known: Object.keys(workflow.deadlines ?? {}),
      }),
    ),
};

import { type Check, say, unknownAmong, workflowsOf } from '../check.ts';
import { roleReferences } from '../references.ts';

export const unknownRole: Check = {
  code: 'unknown-role',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      unknownAmong(of, roleReferences(workflow), {
        thing: say('角色', 'role'),
        known: Object.keys(dossier.programme.roles),
      }),
    ),
};

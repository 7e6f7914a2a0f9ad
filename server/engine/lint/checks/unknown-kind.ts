import { type Check, say, unknownAmong, workflowsOf } from '../check.ts';
import { kindReferences } from '../references.ts';

export const unknownKind: Check = {
  code: 'unknown-kind',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      unknownAmong(of, kindReferences(workflow), {
        thing: say('单位类别', 'kind of organisation'),
        known: Object.keys(dossier.programme.organisation_kinds),
      }),
    ),
};

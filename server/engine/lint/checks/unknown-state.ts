import { type Check, say, unknownAmong, workflowsOf } from '../check.ts';
import { stateReferences } from '../references.ts';

export const unknownState: Check = {
  code: 'unknown-state',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      unknownAmong(of, stateReferences(workflow), {
        thing: say('环节', 'state'),
        known: Object.keys(workflow.states),
      }),
    ),
};

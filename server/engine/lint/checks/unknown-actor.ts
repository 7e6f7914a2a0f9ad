import { type Check, say, unknownAmong, workflowsOf } from '../check.ts';
import { actorReferences } from '../references.ts';

export const unknownActor: Check = {
  code: 'unknown-actor',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      unknownAmong(of, actorReferences(workflow), {
        thing: say('参与者（actors）', 'actor'),
        known: Object.keys(workflow.actors),
      }),
    ),
};

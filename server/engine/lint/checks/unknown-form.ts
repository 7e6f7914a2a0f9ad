import { type Check, say, unknownAmong, workflowsOf } from '../check.ts';
import { sheetReferences } from '../judging.ts';

export const unknownForm: Check = {
  code: 'unknown-form',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      unknownAmong(of, [{ path: ['subject', 'form'], name: workflow.subject.form }, ...sheetReferences(workflow)], {
        thing: say('表单', 'form'),
        known: dossier.keys.Form,
      }),
    ),
};

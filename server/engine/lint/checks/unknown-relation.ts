import { type Check, say, unknownAmong, workflowsOf } from '../check.ts';
import { relationReferences } from '../references.ts';

export const unknownRelation: Check = {
  code: 'unknown-relation',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      unknownAmong(of, relationReferences(workflow), {
        thing: say('单位关系（relations）', 'relation'),
        known: ['parent', ...Object.keys(dossier.programme.relations ?? {})],
      }),
    ),
};

import type { FindingText } from '../../../contract/finding.ts';
import { type Check, type Remark, programmeSubject, say, unknownAmong } from '../check.ts';
import type { Dossier } from '../dossier.ts';

/** Deadlines and parameters that a binding changes and its workflow does not have. */
export const unknownInBinding: Check = {
  code: 'unknown-in-binding',
  severity: 'error',
  remarks: (dossier: Dossier): Remark[] =>
    (dossier.programme.uses ?? []).flatMap((binding, index) => {
      const workflow = dossier.workflows.get(binding.workflow);
      if (workflow === undefined) return [];
      const check = (part: 'deadlines' | 'params', thing: FindingText): Remark[] =>
        unknownAmong(
          programmeSubject(dossier),
          Object.keys(binding.with?.[part] ?? {}).map((name) => ({ path: ['uses', index, 'with', part, name], name })),
          { thing, known: Object.keys(workflow[part] ?? {}) },
        );
      return [...check('deadlines', say('期限', 'deadline')), ...check('params', say('参数', 'parameter'))];
    }),
};

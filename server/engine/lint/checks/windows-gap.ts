import { addDays } from '../../calendar.ts';
import { type Check, say } from '../check.ts';
import { neighboursOf, periodRulesOf } from '../periods.ts';

/** Named rounds may well lie apart, so that days between two windows are worth a question and no more. */
export const windowsGap: Check = {
  code: 'windows-gap',
  severity: 'warning',
  remarks: (dossier) =>
    periodRulesOf(dossier)
      .flatMap(neighboursOf)
      .filter(({ before, after }) => after > addDays(before, 1))
      .map(({ of, path, index, before, after }) => ({
        of,
        path: [...path, 'list', index, 'from'],
        message: say(
          `${before} 与 ${after} 之间的日子不属于任何周期`,
          `The days between ${before} and ${after} belong to no period`,
        ),
        suggestion: say(
          `如需连续，请从 ${addDays(before, 1)} 开始`,
          `For windows without a gap begin on ${addDays(before, 1)}`,
        ),
      })),
};

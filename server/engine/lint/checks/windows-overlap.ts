import { addDays } from '../../calendar.ts';
import { type Check, say } from '../check.ts';
import { neighboursOf, periodRulesOf } from '../periods.ts';

/** Windows of one rule that share a day: an activity on it would belong to two reports. */
export const windowsOverlap: Check = {
  code: 'windows-overlap',
  severity: 'error',
  remarks: (dossier) =>
    periodRulesOf(dossier)
      .flatMap(neighboursOf)
      .filter(({ before, after }) => after <= before)
      .map(({ of, path, index, before, after }) => ({
        of,
        path: [...path, 'list', index, 'from'],
        message: say(
          `此周期从 ${after} 开始，上一个到 ${before} 才结束`,
          `This period begins on ${after}, the one before it ends on ${before}`,
        ),
        suggestion: say(`请从 ${addDays(before, 1)} 开始`, `Begin on ${addDays(before, 1)}`),
      })),
};

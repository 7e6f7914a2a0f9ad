import { type Check, type Remark, say } from '../check.ts';
import { periodRulesOf } from '../periods.ts';

const MOST: Record<string, number> = { day: 1, week: 7, month: 31, quarter: 92, half_year: 184, year: 366 };

export const periodDay: Check = {
  code: 'period-day',
  severity: 'error',
  remarks: (dossier) =>
    periodRulesOf(dossier).flatMap(({ of, path, rule }): Remark[] => {
      if ('list' in rule) return [];
      const most = MOST[rule.every] ?? 366;
      if (rule.day !== undefined && rule.due !== undefined)
        return [
          {
            of,
            path: [...path, 'due'],
            message: say('到期日写了不止一种：day、due', 'The due date is said in more than one way: day, due'),
            suggestion: say('只留一种', 'Keep one of them'),
          },
        ];
      if (rule.day === undefined || rule.day <= most) return [];
      return [
        {
          of,
          path: [...path, 'day'],
          message: say(
            `every: ${rule.every} 的 day 最大为 ${most}`,
            `With every: ${rule.every} day is at most ${most}`,
          ),
        },
      ];
    }),
};

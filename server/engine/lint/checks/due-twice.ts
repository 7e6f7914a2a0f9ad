import { type Check, type Remark, say } from '../check.ts';
import { deadlinesOf, dueRulesOf, waysOf } from '../deadlines.ts';

export const dueTwice: Check = {
  code: 'due-twice',
  severity: 'error',
  remarks: (dossier) =>
    deadlinesOf(dossier).flatMap(({ of, path, deadline }) =>
      dueRulesOf(deadline, path).flatMap(({ path: at, rule }): Remark[] => {
        const ways = waysOf(rule);
        const isSplit = rule === deadline && deadline.for !== undefined && ways.length > 0;
        if (ways.length < 2 && !isSplit) return [];
        return [
          {
            of,
            path: at,
            message: say(
              `到期日写了不止一种：${[...ways, ...(isSplit ? ['for'] : [])].join('、')}`,
              `The due date is said in more than one way: ${[...ways, ...(isSplit ? ['for'] : [])].join(', ')}`,
            ),
            suggestion: isSplit
              ? say('请把通用的规则写在 default 下', 'Put the rule for all others under default')
              : say('只留一种', 'Keep one of them'),
          },
        ];
      }),
    ),
};

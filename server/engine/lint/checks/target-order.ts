import { type RuleAt, rulesOf } from '../actions.ts';
import { type Check, type Remark, say } from '../check.ts';

const targetRemarks = ({ of, path, rule: { to } }: RuleAt): Remark[] => {
  if (typeof to === 'string') return [];
  return to.flatMap(({ when }, index): Remark[] => {
    const isLast = index === to.length - 1;
    if (isLast === (when === undefined)) return [];
    return [
      isLast
        ? {
            of,
            path: [...path, 'to', index],
            message: say('最后一个去向不能有条件', 'The last target stands without a condition'),
            suggestion: say('请删去 when，或再加一个无条件的去向', 'Delete when, or add a last target without it'),
          }
        : {
            of,
            path: [...path, 'to', index],
            message: say(
              '没有条件的去向之后不会再看后面的',
              'After a target without a condition none is ever looked at',
            ),
            suggestion: say('请加上 when，或把它移到最后', 'Add when, or move it to the end'),
          },
    ];
  });
};

export const targetOrder: Check = {
  code: 'target-order',
  severity: 'error',
  remarks: (dossier) => rulesOf(dossier).flatMap(targetRemarks),
};

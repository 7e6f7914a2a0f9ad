import { budgetOf, decimalText } from '../../ballot/contest.ts';
import { costOfAllSeats } from '../../ballot/places.ts';
import { amount, compare, ratioText } from '../../ballot/ratio.ts';
import { type Check, type Remark, say } from '../check.ts';
import { modelsOf } from '../dossier.ts';

/** All places together cost the budget, not less and not more. Places cut by group cannot be added up beforehand. */
export const budgetDiffers: Check = {
  code: 'budget-differs',
  severity: 'error',
  remarks: (dossier) =>
    [...modelsOf(dossier)].flatMap(([key, model]): Remark[] => {
      const { places = [] } = model.workflow;
      const budget = budgetOf(model);
      if (typeof budget !== 'string' || places.some(({ by }) => by !== undefined)) return [];
      const seats = places.map(({ value = 0, count, key: place }) => ({
        key: place,
        title: '',
        count,
        value: decimalText(value),
      }));
      const cost = costOfAllSeats(seats, () => 1);
      if (compare(cost, amount(budget)) === 0) return [];
      const sum = ratioText(cost);
      return [
        {
          of: { kind: 'Workflow', key },
          path: ['budget'],
          message: say(
            `奖项金额之和 ${sum} 与预算 ${budget} 不一致`,
            `The places cost ${sum}, and the budget is ${budget}`,
          ),
          suggestion: say('请核对 count、value 和 budget', 'Look at count, value and budget'),
        },
      ];
    }),
};

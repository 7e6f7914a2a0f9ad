import type { Case } from '../case.ts';
import { evaluateIn } from '../environment-evaluate.ts';
import { selectValues } from '../environment-values.ts';
import type { Model } from '../model.ts';
import { siblingOf } from '../settle.ts';

/** Whether a plan means a case, by the rules with which it runs. Where the condition has no value it does not. */
export const isSelected = (model: Model, select: string | undefined, current: Case): boolean => {
  if (select === undefined) return true;
  const result = evaluateIn(
    model,
    { place: { at: 'select' }, text: select, expected: ['bool'] },
    selectValues(model, siblingOf(model, current)),
  );
  return result.ok && result.value === true;
};

import { rulesOf } from '../actions.ts';
import { type Check, say } from '../check.ts';

const plain = (text: string): string => text.replace(/\s+/g, '');

/** Of two conditions that say the same the second never decides; one that is always true leaves nothing to those after it. */
export const sameCondition: Check = {
  code: 'same-condition',
  severity: 'warning',
  remarks: (dossier) =>
    rulesOf(dossier).flatMap(({ of, path, rule: { to } }) => {
      const conditions = typeof to === 'string' ? [] : to.map(({ when }) => plain(when ?? ''));
      return conditions.flatMap((condition, index) =>
        condition !== '' && (condition === 'true' || conditions.indexOf(condition) < index)
          ? [
              {
                of,
                path: [...path, 'to', index, 'when'],
                message: say('两个去向可能同时成立，先写的生效', 'Two targets can both be true; the first one wins'),
                suggestion: say('请改写其中一个条件', 'Change one of the conditions'),
              },
            ]
          : [],
      );
    }),
};

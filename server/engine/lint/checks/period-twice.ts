import { type Check, say } from '../check.ts';
import { periodRulesOf } from '../periods.ts';

export const periodTwice: Check = {
  code: 'period-twice',
  severity: 'error',
  remarks: (dossier) =>
    periodRulesOf(dossier).flatMap(({ of, path, rule }) => {
      const keys = 'list' in rule ? rule.list.map(({ key }) => key) : [];
      return keys.flatMap((key, index) =>
        keys.indexOf(key) < index
          ? [
              {
                of,
                path: [...path, 'list', index, 'key'],
                message: say(`周期“${key}”重复`, `The period "${key}" is there twice`),
              },
            ]
          : [],
      );
    }),
};

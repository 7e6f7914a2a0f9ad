import { type Check, type Remark, say } from '../check.ts';
import { deadlinesOf, dueRulesOf } from '../deadlines.ts';

export const dueExtras: Check = {
  code: 'due-extra',
  severity: 'error',
  remarks: (dossier) =>
    deadlinesOf(dossier).flatMap(({ of, path, deadline }) =>
      dueRulesOf(deadline, path).flatMap(({ path: at, rule }): Remark[] => [
        ...(rule.from !== undefined && rule.within === undefined
          ? [
              {
                of,
                path: [...at, 'from'],
                message: say('from 只与 within 同用', 'from goes with within only'),
                suggestion: say('请加上 within，或删去 from', 'Add within, or delete from'),
              },
            ]
          : []),
        ...(rule.time !== undefined && rule.on === undefined
          ? [
              {
                of,
                path: [...at, 'time'],
                message: say('time 只与 on 同用', 'time goes with on only'),
                suggestion: say('请加上 on，或删去 time', 'Add on, or delete time'),
              },
            ]
          : []),
      ]),
    ),
};

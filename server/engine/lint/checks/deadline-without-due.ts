import { type Check, say } from '../check.ts';
import { deadlinesOf, dueRulesOf, waysOf } from '../deadlines.ts';

export const deadlineWithoutDue: Check = {
  code: 'deadline-without-due',
  severity: 'error',
  remarks: (dossier) =>
    deadlinesOf(dossier).flatMap(({ of, path, deadline }) =>
      dueRulesOf(deadline, path)
        .filter(({ rule }) => {
          const isSplit = rule === deadline && (deadline.for !== undefined || deadline.default !== undefined);
          return waysOf(rule).length === 0 && !isSplit;
        })
        .map((at) => ({
          of,
          path: at.path,
          message: say('没有说明何时到期', 'It does not say when it is due'),
          suggestion: say(
            '请写 on: 日期、at: 表达式 或 within: 时长',
            'Write on: a day, at: an expression, or within: a duration',
          ),
        })),
    ),
};

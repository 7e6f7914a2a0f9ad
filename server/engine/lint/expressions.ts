import type { Problem } from '../expression-problem.ts';
import { type Remark, say } from './check.ts';
import type { ExpressionAt } from './expression-sites.ts';

/** Expressions, checked by the same compiler that will run them. */

export const remarkOf = ({ of, path, text, inText }: ExpressionAt, problem: Problem): Remark => {
  const quoted = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  const part = text.slice(problem.from, problem.to);
  const where = part === '' || part === text ? quoted : part;
  const { 'zh-CN': zh, en } = problem.message;
  return {
    of,
    path,
    code: `expression-${problem.code}`,
    message: say(
      `表达式“${inText === true ? `{${quoted}}` : where}”：${zh}`,
      `Expression "${inText === true ? `{${quoted}}` : where}": ${en}`,
    ),
    suggestion:
      problem.suggestion === undefined
        ? undefined
        : say(`请写“${problem.suggestion}”`, `Write "${problem.suggestion}"`),
  };
};

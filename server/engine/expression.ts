import { check } from './expression-check.ts';
import type { Checked, Context, Environment } from './expression-context.ts';
import { problemAt } from './expression-context.ts';
import { EXPRESSION_LIMITS, parse } from './expression-parse.ts';
import type { EvaluationError, Problem } from './expression-problem.ts';
import { OUTERMOST } from './expression-scope.ts';
import type { ValueType } from './expression-type.ts';
import { describeType } from './expression-type.ts';
import type { Values } from './expression-value.ts';
import { isFailure, jsonOf } from './expression-value.ts';

/**
 * Expressions are CEL. The grammar, its limits and the places of its errors come from the library (`expression-parse.ts`).
 * Types and evaluation are our own, because the forms ask for more than the library gives: exact decimals and `/` as
 * decimal division, dates that are no texts, absent fields by schema, all errors of an expression at once and in two
 * languages, a cost known before the first run, and no conversion of two thousand rows before each one.
 */

export type Evaluated = { ok: true; value: unknown } | { ok: false; error: EvaluationError };

interface Expression {
  ok: true;
  type: ValueType;
  /** Data paths that it reads, with every prefix: `form`, `form.rows`, `form.rows.amount`. */
  references: ReadonlySet<string>;
  /** Steps that one evaluation takes at most: the product of the greatest lengths along nested macros. */
  cost: number;
  /** What is allowed but probably not meant. */
  warnings: Problem[];
  /** The value as JSON (instants in milliseconds) for variables of the declared types. */
  evaluate: (values: Values) => Evaluated;
}
export interface Uncompiled {
  ok: false;
  problems: Problem[];
}
export type Compiled = Expression | Uncompiled;

const resultProblems = (checked: Checked, expected: readonly ValueType['is'][] | undefined): Problem[] => {
  const { type } = checked;
  const widened = type.is === 'int' && expected?.includes('decimal') === true;
  if (expected === undefined || type.is === 'nothing' || widened || expected.includes(type.is)) return [];
  const wanted = expected.map((is) =>
    describeType(is === 'list' || is === 'map' || is === 'object' ? { is: 'nothing' } : { is }),
  );
  const got = describeType(type);
  return [
    problemAt(checked, {
      code: 'wrong-result',
      zh: `结果应为${wanted.map(({ zh }) => zh).join('或')}，现在是${got.zh}`,
      en: `The result must be ${wanted.map(({ en }) => en).join(' or ')}; it is ${got.en}`,
    }),
  ];
};

const costProblems = (checked: Checked, repeat: number): Problem[] => {
  if (checked.cost * repeat <= EXPRESSION_LIMITS.steps) return [];
  const zh = '计算量过大，请减少逐行嵌套，或调小 maxItems';
  const en = 'This takes too many steps: nest fewer macros, or lower maxItems';
  return [problemAt(checked, { code: 'too-costly', zh, en })];
};

/**
 * Reads, checks and prepares an expression for one place. `expected` names the types that the place takes.
 * Never throws: what is wrong with the text is a list of problems, and what is wrong with the data an error.
 */
export const compile = (text: string, environment: Environment, expected?: readonly ValueType['is'][]): Compiled => {
  const parsed = parse(text);
  if ('problem' in parsed) return { ok: false, problems: [parsed.problem] };
  const context: Context = { text, environment, problems: [], warnings: [], references: new Set(), check };
  const checked = check(context, parsed.tree, OUTERMOST);
  const problems = [
    ...context.problems,
    ...resultProblems(checked, expected),
    ...costProblems(checked, environment.repeat),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const { type, cost } = checked;
  const evaluate = (values: Values): Evaluated => {
    const value = checked.run({ values, locals: [] });
    const json = isFailure(value) ? value : jsonOf(type, value, checked);
    if (!isFailure(json)) return { ok: true, value: json };
    return { ok: false, error: { code: json.code, message: json.message, from: json.from, to: json.to } };
  };
  return { ok: true, type, references: context.references, cost, warnings: context.warnings, evaluate };
};

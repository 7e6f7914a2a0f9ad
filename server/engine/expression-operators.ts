import type { Checked, Context } from './expression-context.ts';
import { complain, problemAt, textOf } from './expression-context.ts';
import type { Quantity } from './expression-number.ts';
import { add, divide, multiply, negate, remainder, subtract } from './expression-number.ts';
import type { Arithmetic, BinaryOperator, Comparison, Span, TreeOf } from './expression-tree.ts';
import { ARITHMETIC, COMPARISONS } from './expression-tree.ts';
import type { ValueType } from './expression-type.ts';
import { BOOL, DECIMAL, INT, describeType, isNumber, unify } from './expression-type.ts';
import type { Run } from './expression-value.ts';
import { fail, isEqual, isFailure, order } from './expression-value.ts';

type Apply = (a: unknown, b: unknown) => unknown;
interface Operation {
  type: ValueType;
  apply: Apply;
}
type Pair = [ValueType, ValueType];

const both =
  (left: Run, right: Run, apply: Apply): Run =>
  (frame) => {
    const a = left(frame);
    if (isFailure(a)) return a;
    const b = right(frame);
    return isFailure(b) ? b : apply(a, b);
  };

const numeric = (op: Arithmetic, span: Span): Apply => {
  const onNumbers = { '+': add, '-': subtract, '*': multiply, '/': divide, '%': remainder }[op];
  return (a, b) => onNumbers(a as Quantity, b as Quantity) ?? fail('division-by-zero', span);
};

const arithmetic = (op: Arithmetic, [left, right]: Pair, span: Span): Operation | null => {
  if (isNumber(left) && isNumber(right)) {
    const whole = left.is === 'int' && right.is === 'int';
    if (op === '%' && !whole) return null;
    return { type: whole && op !== '/' ? INT : DECIMAL, apply: numeric(op, span) };
  }
  if (op !== '+') return null;
  if (left.is === 'text' && right.is === 'text') return { type: left, apply: (a, b) => (a as string) + (b as string) };
  const type = unify(left, right);
  if (left.is !== 'list' || right.is !== 'list' || type?.is !== 'list') return null;
  return {
    type: { ...type, max: left.max + right.max },
    apply: (a, b) => [...(a as unknown[]), ...(b as unknown[])],
  };
};

const RELATIONS: Record<Comparison, Apply> = {
  '==': isEqual,
  '!=': (a, b) => !isEqual(a, b),
  '<': (a, b) => order(a, b) < 0,
  '<=': (a, b) => order(a, b) <= 0,
  '>': (a, b) => order(a, b) > 0,
  '>=': (a, b) => order(a, b) >= 0,
};
const ORDERED: ValueType['is'][] = ['int', 'decimal', 'text', 'date', 'instant'];
const COMPARED: ValueType['is'][] = [...ORDERED, 'bool', 'list'];

const isComparable = (type: ValueType, among: ValueType['is'][]): boolean =>
  among.includes(type.is) && (type.is !== 'list' || type.of.is === 'nothing' || isComparable(type.of, COMPARED));

const comparison = (op: Comparison, [left, right]: Pair): Operation | null => {
  const type = unify(left, right);
  const among = op === '==' || op === '!=' ? COMPARED : ORDERED;
  return type !== null && isComparable(type, among) ? { type: BOOL, apply: RELATIONS[op] } : null;
};

const membership = ([item, whole]: Pair): Operation | null => {
  if (whole.is === 'map') {
    return item.is === 'text' ? { type: BOOL, apply: (key, map) => Object.hasOwn(map as object, key as string) } : null;
  }
  if (whole.is !== 'list' || unify(item, whole.of) === null || !isComparable(item, COMPARED)) return null;
  return { type: BOOL, apply: (a, list) => (list as unknown[]).some((one) => isEqual(a, one)) };
};

const isArithmetic = (op: BinaryOperator): op is Arithmetic => (ARITHMETIC as readonly string[]).includes(op);
const isComparison = (op: BinaryOperator): op is Comparison => (COMPARISONS as readonly string[]).includes(op);

const operation = (op: BinaryOperator, pair: Pair, span: Span): Operation | null => {
  if (isArithmetic(op)) return arithmetic(op, pair, span);
  return isComparison(op) ? comparison(op, pair) : membership(pair);
};

/** What to write instead, for the mistakes that people make most. */
const advice = (op: BinaryOperator, left: Checked, right: Checked): { zh: string; en: string } | null => {
  const kinds = [left.type.is, right.type.is];
  if (kinds.includes('date') && kinds.includes('instant')) {
    return { zh: '请先用 date(…) 把时刻换成日期', en: 'turn the point in time into a date with date(…)' };
  }
  if (op === '-' && left.type.is === 'date' && right.type.is === 'date') {
    return { zh: '请用 days_between(…, …)', en: 'use days_between(…, …)' };
  }
  if (op === 'in' && left.type.is === 'text' && right.type.is === 'text') {
    return { zh: '请用 contains(…)', en: 'use contains(…)' };
  }
  if (op === '+' && kinds.includes('text')) return { zh: '请先用 string(…) 转换', en: 'convert with string(…) first' };
  return null;
};

const dateAsText = (context: Context, span: Span, text: Checked): Checked =>
  complain(context, span, {
    code: 'date-as-text',
    zh: '日期不能与文字比较，请写成 date("2024-03-31") 的形式',
    en: 'A date cannot be compared with a text; write date("2024-03-31")',
    suggestion: typeof text.literal === 'string' ? `date(${textOf(context, text)})` : undefined,
  });

const refuse = (context: Context, tree: TreeOf<'binary'>, [left, right]: [Checked, Checked]): Checked => {
  const [a, b] = [describeType(left.type), describeType(right.type)];
  const hint = advice(tree.op, left, right);
  return complain(context, tree, {
    code: 'no-such-operation',
    zh: `“${tree.op}”不能用于${a.zh}和${b.zh}${hint === null ? '' : `，${hint.zh}`}`,
    en: `"${tree.op}" does not work on ${a.en} and ${b.en}${hint === null ? '' : `; ${hint.en}`}`,
  });
};

const warnOfDivision = (context: Context, tree: TreeOf<'binary'>): void => {
  context.warnings.push(
    problemAt(tree, {
      code: 'integer-division',
      zh: '整数相除得到小数；需要取整时请写 int(…)',
      en: 'Dividing integers gives a decimal number; write int(…) for the whole part',
      suggestion: `int(${textOf(context, tree)})`,
    }),
  );
};

export const checkBinary = (context: Context, tree: TreeOf<'binary'>, sides: [Checked, Checked]): Checked => {
  const [left, right] = sides;
  const whole: Checked = {
    from: tree.from,
    to: tree.to,
    type: BOOL,
    run: () => undefined,
    path: null,
    cost: left.cost + right.cost,
  };
  if (left.type.is === 'nothing' || right.type.is === 'nothing') return { ...whole, type: { is: 'nothing' } };
  if (left.type.is === 'date' && right.type.is === 'text') return dateAsText(context, tree, right);
  if (left.type.is === 'text' && right.type.is === 'date') return dateAsText(context, tree, left);
  const found = operation(tree.op, [left.type, right.type], tree);
  if (found === null) return refuse(context, tree, sides);
  if (tree.op === '/' && left.type.is === 'int' && right.type.is === 'int') warnOfDivision(context, tree);
  return { ...whole, type: found.type, run: both(left.run, right.run, found.apply) };
};

/** Either side may decide alone, even where the other has no value. */
export const logic =
  (op: '&&' | '||', left: Run, right: Run): Run =>
  (frame) => {
    const decisive = op === '||';
    const a = left(frame);
    if (a === decisive) return a;
    const b = right(frame);
    return b === decisive || !isFailure(a) ? b : a;
  };

export const negation =
  (is: 'not' | 'minus', of: Run): Run =>
  (frame) => {
    const value = of(frame);
    if (isFailure(value)) return value;
    return is === 'not' ? value !== true : negate(value as Quantity);
  };

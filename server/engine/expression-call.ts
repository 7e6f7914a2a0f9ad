import { AGE_RULES } from './expression-age.ts';
import type { Checked, Context } from './expression-context.ts';
import { complain, textOf } from './expression-context.ts';
import { FUNCTIONS } from './expression-functions.ts';
import { isDay } from './calendar.ts';
import type { Definition, Parameter, Signature } from './expression-signature.ts';
import { isRefused } from './expression-signature.ts';
import { didYouMean } from './expression-suggest.ts';
import type { Span, TreeOf } from './expression-tree.ts';
import type { ValueType } from './expression-type.ts';
import { describeType, isNumber } from './expression-type.ts';
import type { Run } from './expression-value.ts';
import { fail, isFailure } from './expression-value.ts';

/** Words that are macros: they take an expression, not a value, and are checked elsewhere. */
const MACROS = ['all', 'exists', 'exists_one', 'filter', 'map', 'has'] as const;

const ORDERED = ['int', 'decimal', 'date', 'instant', 'nothing'];

const fits = (type: ValueType, parameter: Parameter): boolean => {
  if (type.is === 'nothing' || parameter === 'any') return true;
  if (parameter === 'number') return isNumber(type);
  if (parameter === 'texts') return type.is === 'list' && ['text', 'nothing'].includes(type.of.is);
  if (parameter === 'numbers') return type.is === 'list' && (isNumber(type.of) || type.of.is === 'nothing');
  if (parameter === 'ordered') return type.is === 'list' && ORDERED.includes(type.of.is);
  return type.is === parameter;
};

const PARAMETER_WORDS: Record<Parameter, { zh: string; en: string }> = {
  any: { zh: '任意值', en: 'any value' },
  text: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'an integer' },
  bool: { zh: '是否', en: 'yes/no' },
  date: { zh: '日期', en: 'a date' },
  instant: { zh: '时刻', en: 'a point in time' },
  map: { zh: '对照表', en: 'a map' },
  list: { zh: '列表', en: 'a list' },
  texts: { zh: '文字列表', en: 'a list of texts' },
  numbers: { zh: '数字列表', en: 'a list of numbers' },
  ordered: { zh: '数字或日期列表', en: 'a list of numbers or dates' },
};

const unknownFunction = (context: Context, tree: TreeOf<'call'>): Checked => {
  if (tree.name === 'matches') {
    return complain(context, tree, {
      code: 'function-not-allowed',
      zh: '表达式中不能使用 matches，请在字段上用 pattern 规定格式',
      en: 'matches is not allowed here; put a pattern on the field instead',
    });
  }
  const known = [...FUNCTIONS.keys(), ...MACROS];
  const meant = didYouMean(tree.name, known);
  return complain(context, tree, {
    code: 'function-not-allowed',
    zh: `没有函数“${tree.name}”${meant === undefined ? '' : `，是否指“${meant}”？`}`,
    en: `There is no function "${tree.name}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
    suggestion: meant,
  });
};

const misused = (context: Context, tree: TreeOf<'call'>, form: Definition['form']): Checked => {
  const [zh, en] =
    form === 'method' ? [`值.${tree.name}(…)`, `value.${tree.name}(…)`] : [`${tree.name}(…)`, `${tree.name}(…)`];
  return complain(context, tree, { code: 'wrong-arguments', zh: `请写成 ${zh}`, en: `Write it as ${en}` });
};

const mismatch = (
  context: Context,
  tree: TreeOf<'call'>,
  given: Checked[],
  signatures: readonly Signature[],
): Checked => {
  const sameLength = signatures.filter((one) => one.takes.length === given.length);
  const nearest = sameLength[0];
  if (nearest === undefined) {
    const counts = signatures.map((one) => one.takes.length - (tree.receiver === null ? 0 : 1)).join('/');
    return complain(context, tree, {
      code: 'wrong-arguments',
      zh: `${tree.name} 需要 ${counts} 个参数`,
      en: `${tree.name} takes ${counts} argument(s)`,
    });
  }
  const at = given.findIndex(({ type }, i) => !sameLength.some((one) => fits(type, one.takes[i] ?? 'any')));
  const wrong = given[at] ?? given[0] ?? { ...tree, type: { is: 'nothing' } as ValueType };
  const wanted = PARAMETER_WORDS[nearest.takes[Math.max(at, 0)] ?? 'any'];
  const actual = describeType(wrong.type);
  const isTextForDate = nearest.takes[Math.max(at, 0)] === 'date' && wrong.type.is === 'text';
  return complain(context, wrong, {
    code: isTextForDate ? 'date-as-text' : 'wrong-arguments',
    zh: `${tree.name} 此处需要${wanted.zh}，得到的是${actual.zh}`,
    en: `${tree.name} needs ${wanted.en} here, not ${actual.en}`,
    suggestion: isTextForDate ? `date(${textOf(context, wrong)})` : undefined,
  });
};

const isCalendarDay = (text: string): boolean => isDay(text);

/** What can be said of literal arguments before anything runs. */
const literalComplaint = (context: Context, tree: TreeOf<'call'>, given: Checked[]): Checked | null => {
  const [first, , third] = given;
  if (tree.name === 'date' && typeof first?.literal === 'string' && !isCalendarDay(first.literal)) {
    return complain(context, first, {
      code: 'not-a-date',
      zh: `“${first.literal}”不是日期，请写成 2024-03-31 的形式`,
      en: `"${first.literal}" is not a date; write it as 2024-03-31`,
    });
  }
  if (
    tree.name === 'age_on' &&
    typeof third?.literal === 'string' &&
    !(AGE_RULES as readonly string[]).includes(third.literal)
  ) {
    return complain(context, third, {
      code: 'wrong-arguments',
      zh: `计龄规则只能是 ${AGE_RULES.join('、')}`,
      en: `The rule of counting age is one of ${AGE_RULES.join(', ')}`,
      suggestion: didYouMean(third.literal, AGE_RULES),
    });
  }
  return null;
};

const called = (run: Signature['run'], given: Checked[], { context, span }: { context: Context; span: Span }): Run => {
  const runs = given.map((one) => one.run);
  const { environment } = context;
  return (frame) => {
    const values: unknown[] = [];
    for (const one of runs) {
      const value = one(frame);
      if (isFailure(value)) return value;
      values.push(value);
    }
    const result = run(values, { values: frame.values, environment });
    return isRefused(result) ? fail(result.refused, span) : result;
  };
};

const lengthOf = (type: ValueType): number => (type.is === 'list' ? type.max : 0);

/** A call of a function of the table; the receiver of a method comes first among what is given. */
export const checkCall = (context: Context, tree: TreeOf<'call'>, given: Checked[]): Checked => {
  const definition = FUNCTIONS.get(tree.name);
  if (definition === undefined) return unknownFunction(context, tree);
  if (definition.form === (tree.receiver === null ? 'method' : 'function'))
    return misused(context, tree, definition.form);
  if (definition.needs !== undefined && !context.environment.names.has(definition.needs)) {
    return complain(context, tree, {
      code: 'function-not-here',
      zh: `此处不能使用 ${tree.name}`,
      en: `${tree.name} has no meaning here`,
    });
  }
  const signature = definition.signatures.find(
    ({ takes }) =>
      takes.length === given.length && takes.every((one, i) => fits(given[i]?.type ?? { is: 'nothing' }, one)),
  );
  if (signature === undefined) return mismatch(context, tree, given, definition.signatures);
  const complaint = literalComplaint(context, tree, given);
  if (complaint !== null) return complaint;
  if (definition.needs !== undefined) context.references.add(definition.needs);
  const types = given.map((one) => one.type);
  const lengths = definition.constant === true ? 0 : types.reduce((sum, type) => sum + lengthOf(type), 0);
  const own = (definition.cost ?? 0) + lengths;
  return {
    from: tree.from,
    to: tree.to,
    type: typeof signature.gives === 'function' ? signature.gives(types) : signature.gives,
    run: called(signature.run, given, { context, span: tree }),
    cost: own + given.reduce((sum, one) => sum + one.cost, 0),
    path: null,
  };
};

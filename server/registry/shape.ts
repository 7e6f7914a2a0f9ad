import type { z } from 'zod';
import { didYouMean } from '../engine/expression-suggest.ts';
import { type Fault, type Path, say } from './place.ts';
import { keysAt } from './shape-keys.ts';
import { hintOf, kindOf, kindWords } from './shape-words.ts';

/** Turns what a shape finds wrong into faults that say what, where, and what to write instead. */

type Issue = z.core.$ZodIssue;

interface Subject {
  readonly shape: z.core.$ZodType;
  readonly value: unknown;
}

const pathOf = (issue: Issue): (string | number)[] =>
  issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));

const valueAt = (value: unknown, path: Path): unknown => {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
};

const shown = (value: unknown): string => {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

const unknownKeys = (subject: Subject, path: Path, keys: readonly string[]): Fault[] => {
  const known = keysAt(subject.shape, path);
  return keys.map((key) => {
    const meant = didYouMean(key, known);
    return {
      code: 'unknown-key',
      path: [...path, key],
      side: 'key' as const,
      message: say(`此处没有名为“${key}”的键`, `There is no key "${key}" here`),
      suggestion:
        meant === undefined
          ? say(`此处可用：${known.join('、')}`, `Known here: ${known.join(', ')}`)
          : say(`是否要写“${meant}”？`, `Did you mean "${meant}"?`),
    };
  });
};

const wrongValue = (issue: z.core.$ZodIssueInvalidValue, path: Path, value: unknown): Fault => {
  const values = issue.values.map(String);
  const meant = typeof value === 'string' ? didYouMean(value, values) : undefined;
  if (value === undefined) return missing(path, say(`应为：${values.join('、')}`, `One of ${values.join(', ')}`));
  return {
    code: 'wrong-value',
    path,
    message: say(`不能写“${shown(value)}”`, `"${shown(value)}" cannot stand here`),
    suggestion:
      meant === undefined
        ? say(`可写：${values.join('、')}`, `One of ${values.join(', ')}`)
        : say(`是否要写“${meant}”？`, `Did you mean "${meant}"?`),
  };
};

const missing = (path: Path, suggestion?: Fault['suggestion']): Fault => {
  const key = String(path.at(-1) ?? '');
  return { code: 'missing-key', path, message: say(`缺少“${key}”`, `"${key}" is missing`), suggestion };
};

const YES_NO = new Set(['yes', 'no', 'on', 'off', '是', '否']);

const wrongType = (path: Path, value: unknown, expected: readonly string[]): Fault => {
  const words = expected.map(kindWords);
  const wanted = [words.map(([zh]) => zh).join('或'), words.map(([, en]) => en).join(' or ')] as const;
  if (value === undefined) return missing(path, say(`应为${wanted[0]}`, `It is ${wanted[1]}`));
  const [zh, en] = kindWords(kindOf(value));
  const suggestion =
    expected.includes('string') && (typeof value === 'number' || typeof value === 'boolean')
      ? say(`请加引号：'${String(value)}'`, `Put it in quotes: '${String(value)}'`)
      : expected.includes('boolean') && typeof value === 'string' && YES_NO.has(value.toLowerCase())
        ? say('请写 true 或 false', 'Write true or false')
        : undefined;
  return {
    code: 'wrong-type',
    path,
    message: say(`此处应为${wanted[0]}，而不是${zh}`, `Here must stand ${wanted[1]}, not ${en}`),
    suggestion,
  };
};

const wrongForm = (path: Path, value: unknown, message: string): Fault => {
  const hint = hintOf(message);
  return {
    code: 'wrong-form',
    path,
    message: say(`“${shown(value)}”的写法不正确`, `"${shown(value)}" is not of the right form`),
    suggestion: hint,
  };
};

const wrongSize = (issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall, path: Path): Fault => {
  const isTooBig = issue.code === 'too_big';
  const limit = String(isTooBig ? issue.maximum : issue.minimum);
  const [unitZh, unitEn] =
    issue.origin === 'string' ? ['个字符', ' characters'] : issue.origin === 'array' ? ['项', ' items'] : ['', ''];
  return {
    code: isTooBig ? 'too-large' : 'too-small',
    path,
    message: isTooBig
      ? say(`最多 ${limit}${unitZh}`, `At most ${limit}${unitEn}`)
      : say(`至少 ${limit}${unitZh}`, `At least ${limit}${unitEn}`),
  };
};

/** The issues of the alternative that the author most likely meant: the one of the right kind that leaves least unexplained. */
const likeliest = (branches: readonly Issue[][]): readonly Issue[] | undefined => {
  const weight = (issues: readonly Issue[]): number =>
    issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length * 2 : 1), 0);
  const ofRightKind = branches.filter(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  );
  return ofRightKind.toSorted((a, b) => weight(a) - weight(b))[0];
};

const noneFits = (issue: z.core.$ZodIssueInvalidUnion, path: Path, value: unknown): Fault => {
  const kinds = issue.errors.flatMap((branch) =>
    branch.flatMap((one) => (one.code === 'invalid_type' && one.path.length === 0 ? [one.expected] : [])),
  );
  return wrongType(path, value, [...new Set(kinds)]);
};

const faultsOf = (subject: Subject, issue: Issue, above: Path): Fault[] => {
  const path = [...above, ...pathOf(issue)];
  const value = valueAt(subject.value, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(subject, path, issue.keys);
    case 'invalid_value':
      return [wrongValue(issue, path, value)];
    case 'invalid_type':
      return [wrongType(path, value, [issue.expected])];
    case 'too_big':
    case 'too_small':
      return [wrongSize(issue, path)];
    case 'invalid_union': {
      const branch = likeliest(issue.errors);
      return branch === undefined
        ? [noneFits(issue, path, value)]
        : branch.flatMap((inner) => faultsOf(subject, inner, path));
    }
    case 'invalid_key':
      return issue.issues.slice(0, 1).map((inner) => ({
        ...wrongForm(path, path.at(-1), inner.code === 'invalid_union' ? '' : inner.message),
        code: 'wrong-key',
        side: 'key' as const,
      }));
    case 'invalid_format':
    case 'custom':
    case 'not_multiple_of':
    case 'invalid_element':
      return [wrongForm(path, value, issue.message)];
  }
};

/** The typed value, or everything in which it differs from the shape. */
export const readShape = <Shape extends z.ZodType>(
  shape: Shape,
  value: unknown,
): { value: z.output<Shape>; faults: [] } | { value: undefined; faults: Fault[] } => {
  const result = shape.safeParse(value);
  if (result.success) return { value: result.data, faults: [] };
  return { value: undefined, faults: result.error.issues.flatMap((issue) => faultsOf({ shape, value }, issue, [])) };
};

/** What an expression or a variable may hold. `nothing` is the element of an empty list, and stands for what is already reported. */
export type ValueType =
  | { is: 'text' | 'bool' | 'int' | 'decimal' | 'date' | 'instant' | 'nothing' }
  | { is: 'list'; of: ValueType; max: number }
  | { is: 'map'; of: ValueType; max: number; keys?: readonly string[] }
  | { is: 'object'; name: string; fields: ReadonlyMap<string, Slot> };
export type ListType = Extract<ValueType, { is: 'list' }>;
export type ObjectType = Extract<ValueType, { is: 'object' }>;

/** A place that holds a value of a type. */
export interface Slot {
  type: ValueType;
  /** It may be absent: expressions ask with has() first. Texts, lists and objects are empty instead of absent. */
  optional: boolean;
  /** What stands for an absent value. */
  fallback?: unknown;
  /** The mark `not applicable`, which counts as absent. */
  mark?: string;
  /** The name under which references are collected, where it differs from the path as written. */
  path?: string;
}

export const TEXT: ValueType = { is: 'text' };
export const BOOL: ValueType = { is: 'bool' };
export const INT: ValueType = { is: 'int' };
export const DECIMAL: ValueType = { is: 'decimal' };
export const DATE: ValueType = { is: 'date' };
export const INSTANT: ValueType = { is: 'instant' };
export const NOTHING: ValueType = { is: 'nothing' };

export const listOf = (of: ValueType, max: number): ListType => ({ is: 'list', of, max });
export const always = (type: ValueType): Slot => ({ type, optional: false });
export const perhaps = (type: ValueType): Slot => ({ type, optional: true });
export const objectOf = (name: string, fields: Record<string, Slot>): ObjectType => ({
  is: 'object',
  name,
  fields: new Map(Object.entries(fields)),
});

export const isNumber = (type: ValueType): boolean => type.is === 'int' || type.is === 'decimal';

/** The type that holds both, or null: integers widen to decimals, an empty list fits every list. */
export const unify = (a: ValueType, b: ValueType): ValueType | null => {
  if (a.is === 'nothing') return b;
  if (b.is === 'nothing') return a;
  if (isNumber(a) && isNumber(b)) return a.is === b.is ? a : DECIMAL;
  if (a.is === 'list' && b.is === 'list') {
    const of = unify(a.of, b.of);
    return of === null ? null : listOf(of, Math.max(a.max, b.max));
  }
  if (a.is === 'map' && b.is === 'map') return unify(a.of, b.of) === null ? null : a;
  if (a.is === 'object' && b.is === 'object') return a.name === b.name ? a : null;
  return a.is === b.is ? a : null;
};

const WORDS: Record<ValueType['is'], { zh: string; en: string }> = {
  text: { zh: '文字', en: 'text' },
  bool: { zh: '是否', en: 'yes/no' },
  int: { zh: '整数', en: 'integer' },
  decimal: { zh: '小数', en: 'decimal number' },
  date: { zh: '日期', en: 'date' },
  instant: { zh: '时刻', en: 'point in time' },
  nothing: { zh: '空', en: 'nothing' },
  list: { zh: '列表', en: 'list' },
  map: { zh: '对照表', en: 'map' },
  object: { zh: '一组字段', en: 'group of fields' },
};

/** The type in words for people. */
export const describeType = (type: ValueType): { zh: string; en: string } => {
  const { zh, en } = WORDS[type.is];
  if (type.is !== 'list' || type.of.is === 'nothing') return { zh, en };
  const of = describeType(type.of);
  return { zh: `${of.zh}列表`, en: `list of ${of.en}` };
};

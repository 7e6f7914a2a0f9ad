import type { Span } from './expression-tree.ts';

/** A sentence in both languages of the product. */
export interface Sentence {
  'zh-CN': string;
  en: string;
}

/** One thing wrong with an expression's text, found before it is ever evaluated. */
export interface Problem extends Span {
  code: string;
  message: Sentence;
  /** What to write instead of the marked part. */
  suggestion?: string;
}

export const sentence = (zh: string, en: string): Sentence => ({ 'zh-CN': zh, en });

const EVALUATION = {
  absent: sentence('所用的字段尚未填写', 'A field that the expression needs is not filled in'),
  'wrong-type': sentence('所用字段的值类型不符', 'A field holds a value of another type'),
  'division-by-zero': sentence('除数为零', 'Division by zero'),
  'out-of-range': sentence('序号超出范围', 'The position is out of range'),
  'no-such-key': sentence('表中没有这一行', 'The table has no such row'),
  'empty-list': sentence('列表为空，没有最小值或最大值', 'An empty list has no smallest and no greatest value'),
  'not-a-number': sentence('文字不是数字', 'The text is not a number'),
  'not-a-date': sentence('不是有效日期', 'This is not a date'),
  'number-too-large': sentence('数值过大', 'The number is too large'),
} as const satisfies Record<string, Sentence>;

export type FailureCode = keyof typeof EVALUATION;

/** Why an expression has no value for the data at hand. */
export interface EvaluationError extends Span {
  code: FailureCode;
  message: Sentence;
}

export const evaluationError = (code: FailureCode, { from, to }: Span): EvaluationError => ({
  code,
  message: EVALUATION[code],
  from,
  to,
});

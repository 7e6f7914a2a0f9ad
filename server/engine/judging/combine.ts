import type { Marks } from '../../contract/definition/judging.ts';
import { combineMarks } from '../ballot/marks.ts';
import { amount, plus, type Ratio, times, ZERO } from '../ballot/ratio.ts';
import type { Data } from '../data.ts';

const EXACT = 9;

/** A number of a definition or a sheet as exact text. */
const decimalOf = (value: unknown): Ratio => (typeof value === 'number' ? amount(value.toFixed(EXACT)) : ZERO);

const weightsOf = ({ fields }: Marks): [string, number][] =>
  Array.isArray(fields) ? fields.map((field) => [field, 1]) : Object.entries(fields);

const valueAt = (data: Data, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Data)[key] : null), data);

/** What one sheet comes to: its counted numbers, each times its weight. */
const markOf = (marks: Marks, data: Data): Ratio =>
  weightsOf(marks)
    .map(([field, weight]) => times(decimalOf(valueAt(data, field)), decimalOf(weight)))
    .reduce(plus, ZERO);

/** What all judges of one subject come to together; the order of their sheets does not matter. */
export const combined = (marks: Marks, sheets: readonly Data[]): Ratio =>
  combineMarks(
    sheets.map((data) => markOf(marks, data)),
    marks.combine,
  );

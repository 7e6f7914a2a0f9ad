import type { GridColumn } from './column.ts';
import type { GridLabels } from './labels.ts';
import { isReadable, optionsOf } from './read-cell.ts';
import { plainNumber } from './read-number.ts';
import { isEmpty } from './row.ts';

const rawText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return plainNumber(value);
  return typeof value === 'boolean' ? String(value) : '';
};

const titleOf = (column: GridColumn, code: unknown, labels: GridLabels): string =>
  optionsOf(column, labels).find((option) => option.code === code)?.title ?? rawText(code);

/** A value as it is typed and copied; `readCell` reads it back to the same value. */
export const typedText = (column: GridColumn, value: unknown, labels: GridLabels): string => {
  if (isEmpty(value)) return '';
  if (Array.isArray(value)) return value.map((code) => titleOf(column, code, labels)).join(labels.listSeparator);
  return titleOf(column, value, labels);
};

/** A value as it is shown: dates in words, numbers in the dress the column asks for. */
export const shownText = (column: GridColumn, value: unknown, labels: GridLabels): string => {
  if (isEmpty(value)) return '';
  if (!isReadable(column, value)) return typedText(column, value, labels);
  if (column.format !== undefined) return column.format(value);
  if (column.kind === 'date' && typeof value === 'string') return labels.date(value);
  if (column.kind === 'month' && typeof value === 'string') return labels.month(value);
  return typedText(column, value, labels);
};

/** Why a value could not be read, in words; undefined where it is of its column's kind. */
export const unreadableMessage = (column: GridColumn, value: unknown, labels: GridLabels): string | undefined =>
  isReadable(column, value) ? undefined : labels.unreadable(column.kind, typedText(column, value, labels));

import type { CellOption, GridColumn, OptionCode } from './column.ts';
import type { GridLabels } from './labels.ts';
import { readDate, readMonth } from './read-date.ts';
import { readDecimal, readInteger } from './read-number.ts';
import { plain, readOption, readOptions } from './read-option.ts';
import { isEmpty } from './row.ts';

/** What reading and showing a cell needs besides its column. */
export interface CellContext {
  readonly labels: GridLabels;
  /** `YYYY-MM-DD`; completes dates typed without their year. */
  readonly today?: string | undefined;
}

/** What a text says in a column. An unreadable text is kept as the value, so that nothing typed is ever lost. */
interface CellReading {
  readonly readable: boolean;
  readonly value: unknown;
}

/** The answers to pick from; yes and no for a boolean, none for what is not picked. */
export const optionsOf = (column: GridColumn, labels: GridLabels): readonly CellOption[] => {
  if (column.kind === 'boolean')
    return [
      { code: true, title: labels.yes },
      { code: false, title: labels.no },
    ];
  return column.kind === 'choice' || column.kind === 'choices' ? (column.options ?? []) : [];
};

export const isPicked = (column: GridColumn): boolean =>
  column.kind === 'boolean' || column.kind === 'choice' || column.kind === 'choices';

const readBoolean = (text: string, labels: GridLabels): boolean | undefined => {
  const word = plain(text);
  if (labels.yesWords.some((yes) => plain(yes) === word)) return true;
  return labels.noWords.some((no) => plain(no) === word) ? false : undefined;
};

const readTyped = (column: GridColumn, text: string, { labels, today }: CellContext): unknown => {
  switch (column.kind) {
    case 'integer':
      return readInteger(text);
    case 'decimal':
      return readDecimal(text);
    case 'boolean':
      return readBoolean(text, labels);
    case 'choice':
      return readOption(column.options ?? [], text)?.code;
    case 'choices':
      return readOptions(column.options ?? [], text);
    case 'date':
      return readDate(text, today);
    case 'month':
      return readMonth(text);
    case 'text':
    case 'long-text':
    case 'fixed':
    case 'file':
      return text;
  }
};

/** Reads what was typed or pasted. A blank text is an empty cell. */
export const readCell = (column: GridColumn, source: string, context: CellContext): CellReading => {
  const text = column.normalize?.(source) ?? source;
  if (text.trim() === '') return { readable: true, value: undefined };
  const value = readTyped(column, text, context);
  return value === undefined ? { readable: false, value: source } : { readable: true, value };
};

const isCode = (options: readonly CellOption[] | undefined, value: unknown): value is OptionCode =>
  (options ?? []).some((option) => option.code === value);

/** Whether a value is of its column's kind; a text that could not be read is not. */
export const isReadable = (column: GridColumn, value: unknown): boolean => {
  if (isEmpty(value)) return true;
  switch (column.kind) {
    case 'integer':
      return Number.isSafeInteger(value);
    case 'decimal':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'choice':
      return isCode(column.options, value);
    case 'choices':
      return Array.isArray(value) && value.every((code) => isCode(column.options, code));
    case 'date':
      return typeof value === 'string' && readDate(value) === value;
    case 'month':
      return typeof value === 'string' && readMonth(value) === value;
    case 'text':
    case 'long-text':
    case 'fixed':
    case 'file':
      return true;
  }
};

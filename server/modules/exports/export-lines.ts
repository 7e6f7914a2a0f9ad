import { type UnionColumn, type UnionLine } from '../../engine/form/union.ts';

/** Exports as CSV: what a spreadsheet opens without harm. */

interface Words {
  yes: string;
  no: string;
  files: (count: number) => string;
}

const WORDS: Record<'zh' | 'en', Words> = {
  zh: { yes: '是', no: '否', files: (count) => `${String(count)} 个文件` },
  en: { yes: 'yes', no: 'no', files: (count) => `${String(count)} files` },
};

const shown = (column: UnionColumn, value: unknown, language: 'zh' | 'en'): string => {
  const words = WORDS[language];
  if (value === undefined || value === null) return '';
  if (column.isFile) return words.files(Array.isArray(value) ? value.length : 1);
  if (Array.isArray(value))
    return value.map((one) => shown(column, one, language)).join(language === 'zh' ? '、' : '; ');
  if (typeof value === 'boolean' && column.choices.size === 0) return value ? words.yes : words.no;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return JSON.stringify(value);
  const text = String(value);
  return column.choices.get(text) ?? text;
};

/** A spreadsheet takes a text that begins like this for a formula, unless an apostrophe says that it is a text. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

const cell = (text: string): string => {
  const harmless = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** Titles of the columns; where two are the same the key is added, so that none is taken for the other. */
export const columnTitles = (columns: readonly UnionColumn[]): string[] => {
  const titles = columns.map(({ title, rosterTitle }) => (rosterTitle === null ? title : `${rosterTitle}/${title}`));
  return titles.map((title, index) =>
    titles.indexOf(title) === titles.lastIndexOf(title) ? title : `${title} (${columns[index]?.key ?? ''})`,
  );
};

/** The cells of one line, in the order of the columns. */
export const lineCells = (columns: readonly UnionColumn[], line: UnionLine, language: 'zh' | 'en'): string[] =>
  columns.map((column) => shown(column, line[column.key], language));

import type { Table } from '#contract/definition/programme.ts';
import type { LocalText } from '#contract/text.ts';
import type { CellKind, GridColumn } from '../../../grid/column.ts';
import { isEmpty, type GridRow } from '../../../grid/row.ts';
import { textFor, withTextFor } from '../../form/local-text.ts';
import { written } from '../inputs/written.ts';
import { isRecord } from '../../yaml/read-yaml.ts';

/** A table of a programme as rows of a grid, and back. The row's key stands in a column of its own; a text has one column a language. */

export type ColumnType = Table['columns'][string];
export const COLUMN_TYPES: readonly ColumnType[] = ['text', 'int', 'decimal', 'money', 'date', 'bool', 'list'];

export const KEY_COLUMN = '$key';

const KINDS: Record<ColumnType, CellKind> = {
  text: 'text',
  int: 'integer',
  decimal: 'decimal',
  money: 'decimal',
  date: 'date',
  bool: 'boolean',
  list: 'text',
};

/** Columns by key with their types; what is no known type is shown as text. */
export type Columns = Readonly<Record<string, ColumnType>>;

export const columnsOf = (table: unknown): Columns => {
  const columns = isRecord(table) && isRecord(table['columns']) ? table['columns'] : {};
  return Object.fromEntries(
    Object.entries(columns).map(([key, type]) => [key, COLUMN_TYPES.find((one) => one === type) ?? 'text']),
  );
};

const rowsIn = (table: unknown): Record<string, Record<string, unknown>> => {
  const rows = isRecord(table) && isRecord(table['rows']) ? table['rows'] : {};
  return Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, isRecord(row) ? row : {}]));
};

const cellKey = (column: string, locale: string, locales: readonly string[]): string =>
  locale === locales[0] ? column : `${column}@${locale}`;

interface Words {
  key: string;
  titles: Readonly<Record<string, string>>;
  languageOf: (tag: string) => string;
}

/** The grid's columns for a table: its key first. */
export const gridColumns = (columns: Columns, locales: readonly string[], words: Words): GridColumn[] => [
  { key: KEY_COLUMN, title: words.key, kind: 'text', width: 150, required: true },
  ...Object.entries(columns).flatMap(([column, type]): GridColumn[] => {
    const title = words.titles[column] ?? column;
    if (type !== 'text') return [{ key: column, title, kind: KINDS[type] }];
    return locales.map((locale, index) => ({
      key: cellKey(column, locale, locales),
      title: index === 0 ? title : `${title}（${words.languageOf(locale)}）`,
      kind: 'text',
    }));
  }),
];

const isLocal = (value: unknown): value is LocalText =>
  typeof value === 'string' || (isRecord(value) && Object.values(value).every((one) => typeof one === 'string'));

const shownList = (value: unknown): unknown => (Array.isArray(value) ? value.map(String).join('、') : value);

const shownCells = (
  [column, type]: [string, ColumnType],
  value: unknown,
  locales: readonly string[],
): [string, unknown][] => {
  if (value === undefined) return [];
  if (type === 'list') return [[column, shownList(value)]];
  const [main = ''] = locales;
  if (type !== 'text' || !isLocal(value)) return [[column, value]];
  return locales
    .map((locale): [string, unknown] => [cellKey(column, locale, locales), textFor(value, locale, main)])
    .filter(([, text]) => text !== '');
};

/** The rows of a table as the grid shows them. */
export const gridRows = (table: unknown, locales: readonly string[]): GridRow[] =>
  Object.entries(rowsIn(table)).map(([key, row]) => ({
    _id: key,
    [KEY_COLUMN]: key,
    ...Object.fromEntries(
      Object.entries(columnsOf(table)).flatMap((column) => shownCells(column, row[column[0]], locales)),
    ),
  }));

const NUMBER = /^-?\d+(\.\d+)?$/;

const readList = (text: unknown): unknown => {
  if (typeof text !== 'string') return text;
  const parts = text.split(/[、,，;；\s]+/).filter((part) => part !== '');
  return parts.map((part) => (NUMBER.test(part) ? Number(part) : part));
};

const readText = (
  row: GridRow,
  column: string,
  { before, locales }: { before: unknown; locales: readonly string[] },
) => {
  const [main = ''] = locales;
  const start = isLocal(before) ? before : undefined;
  return locales.reduce<LocalText | undefined>((text, locale) => {
    const typed = row[cellKey(column, locale, locales)];
    const next = isEmpty(typed) ? '' : String(typed);
    return textFor(text, locale, main) === next ? text : withTextFor(text, next, { locale, main });
  }, start);
};

const readCell = (
  row: GridRow,
  [column, type]: [string, ColumnType],
  { before, locales }: { before: unknown; locales: readonly string[] },
): unknown => {
  if (type === 'text') return readText(row, column, { before, locales });
  const typed = row[column];
  if (type === 'list' && Array.isArray(before) && shownList(before) === (typed ?? '')) return before;
  if (isEmpty(typed)) return undefined;
  return type === 'list' ? readList(typed) : typed;
};

const KEY_RULE = /^.{1,63}$/su;

/** Gives every row without a key the next free one, so that rows pasted from a sheet can be kept at once. */
export const withKeys = (rows: readonly GridRow[]): GridRow[] => {
  const used = new Set(rows.map((row) => row[KEY_COLUMN]));
  let next = 1;
  return rows.map((row) => {
    if (!isEmpty(row[KEY_COLUMN])) return row;
    while (used.has(`row_${String(next)}`)) next += 1;
    used.add(`row_${String(next)}`);
    return { ...row, [KEY_COLUMN]: `row_${String(next)}` };
  });
};

/** Rows whose key another row above has already, or that is too long: they are not kept before that is mended. */
export const misnamed = (rows: readonly GridRow[]): GridRow[] => {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = written(row[KEY_COLUMN]);
    if (!KEY_RULE.test(key) || seen.has(key) || key in Object.prototype) return true;
    seen.add(key);
    return false;
  });
};

/** The rows as the definition says them: what was not changed stays as it was written. */
export const tableRows = (
  rows: readonly GridRow[],
  table: unknown,
  locales: readonly string[],
): Record<string, Record<string, unknown>> => {
  const wrong = new Set(misnamed(rows));
  const before = rowsIn(table);
  const columns = Object.entries(columnsOf(table));
  return Object.fromEntries(
    rows
      .filter((row) => !wrong.has(row))
      .map((row) => {
        const old = before[row._id] ?? {};
        const cells = columns.map((column): [string, unknown] => [
          column[0],
          readCell(row, column, { before: old[column[0]], locales }),
        ]);
        const order = [...Object.keys(old), ...Object.keys(columnsOf(table))];
        const known = { ...old, ...Object.fromEntries(cells) };
        const entries = [...new Set(order)].map((key): [string, unknown] => [key, known[key]]);
        return [String(row[KEY_COLUMN]), Object.fromEntries(entries.filter(([, value]) => value !== undefined))];
      }),
  );
};

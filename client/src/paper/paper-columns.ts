import type { Form, LayoutColumn } from '#contract/definition/form.ts';
import { textIn } from '#contract/text.ts';
import { findField, resolve } from '#engine/form/fields.ts';
import { kindOf } from '../form/kind.ts';
import type { PaperWords } from './paper-text.ts';

/** One column of the printed table: a field, or several fields in one cell by a template. */
export interface PaperColumn {
  title: string;
  /** Choices printed below the title, `1=…` a line; empty where none are asked for. */
  codes: string[];
  /** Keys of the row's fields that stand in the cell, in order. */
  fields: string[];
  template: string | null;
  /** In millimetres; null where the content decides. */
  width: number | null;
  /** Numbers stand to the right. */
  isNumber: boolean;
}

/** A cell of the printed head, above one column or a group of them. */
export interface HeadCell {
  title: string;
  codes: string[];
  columns: number;
  rows: number;
}

type Detailed = Exclude<LayoutColumn, string>;

const PLACEHOLDER = /\{([a-z][a-z0-9_]*)\}/g;

const detailed = (column: LayoutColumn): Detailed => (typeof column === 'string' ? { field: column } : column);

const NUMBERS = new Set(['integer', 'decimal', 'money']);

const leaf = ({ form, locale, choices }: PaperWords, roster: string, column: Detailed): PaperColumn => {
  const inTemplate = [...(column.template ?? '').matchAll(PLACEHOLDER)].flatMap(([, key]) => key ?? []);
  const fields = column.template === undefined && column.field !== undefined ? [column.field] : inTemplate;
  const named = column.field ?? fields[0];
  const field = named === undefined ? {} : (findField(form, [roster, named])?.field ?? {});
  const between = column.codes;
  return {
    title: textIn(column.title ?? field.title, locale),
    codes: between === undefined ? [] : choices(field).map(({ code, title }) => `${String(code)}${between}${title}`),
    fields,
    template: column.template ?? null,
    width: column.width ?? null,
    isNumber: column.template === undefined && NUMBERS.has(kindOf(field)),
  };
};

const depthOf = (columns: readonly Detailed[]): number =>
  Math.max(0, ...columns.map((column) => 1 + depthOf((column.columns ?? []).map(detailed))));

const printed = (columns: readonly LayoutColumn[]): Detailed[] =>
  columns.map(detailed).filter(({ print }) => print !== false);

/** All fields of a roster, one a column: where a form says nothing about its paper. */
const everyField = (form: Form, roster: string): LayoutColumn[] => {
  const items = findField(form, [roster])?.field.items;
  return items === undefined ? [] : Object.keys(resolve(form, items).properties ?? {});
};

/** The printed table of a roster: its head as rows of merged cells, and its columns from left to right. */
export const paperColumns = (words: PaperWords, roster: string): { head: HeadCell[][]; columns: PaperColumn[] } => {
  const { form, locale } = words;
  const layout = form['x-layout'];
  const given = layout?.columns !== undefined && (layout.roster ?? roster) === roster ? layout.columns : null;
  const top = printed(given ?? everyField(form, roster));
  const height = depthOf(top);
  const head: HeadCell[][] = Array.from({ length: height }, () => []);
  const columns: PaperColumn[] = [];
  const place = (column: Detailed, level: number): number => {
    const inner = printed(column.columns ?? []);
    if (inner.length === 0) {
      const made = leaf(words, roster, column);
      columns.push(made);
      head[level]?.push({ title: made.title, codes: made.codes, columns: 1, rows: height - level });
      return 1;
    }
    const cell: HeadCell = { title: textIn(column.title, locale), codes: [], columns: 0, rows: 1 };
    head[level]?.push(cell);
    cell.columns = inner.reduce((sum, one) => sum + place(one, level + 1), 0);
    return cell.columns;
  };
  for (const column of top) place(column, 0);
  return { head, columns };
};

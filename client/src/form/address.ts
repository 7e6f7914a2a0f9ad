import type { Form } from '#contract/definition/form.ts';
import type { CellAddress } from '#contract/wire/case.ts';
import { textIn } from '#contract/text.ts';
import { findField } from '#engine/form/fields.ts';

type Content = Record<string, unknown>;

const rowsOf = (data: Content, roster: string): { _id?: string }[] =>
  Array.isArray(data[roster]) ? (data[roster] as { _id?: string }[]) : [];

/** The cell that a JSON Pointer of today's content leads to: a row by its lasting id, whatever its position. */
export const addressAt = (form: Form, data: Content, pointer: string): CellAddress | null => {
  const [first, second, ...rest] = pointer.split('/').slice(1);
  if (first === undefined || first === '') return null;
  if (second === undefined || !/^\d+$/.test(second) || findField(form, [first])?.kind !== 'roster') {
    return { field: [first, second, ...rest].filter((key) => key !== undefined && !/^\d+$/.test(key)).join('.') };
  }
  const row = rowsOf(data, first)[Number(second)]?._id;
  return row === undefined ? { field: first } : { roster: first, row, field: rest[0] ?? '' };
};

/** A cell's name for people: `联系电话`, or `志愿者 第 3 行 姓名` in the language of the screen. */
export const nameOfAddress = (form: Form, data: Content, address: CellAddress, locale: string): string => {
  const path = address.roster === undefined ? address.field.split('.') : [address.roster, address.field];
  const title = textIn(findField(form, path)?.field.title, locale);
  if (address.roster === undefined) return title;
  const index = rowsOf(data, address.roster).findIndex(({ _id }) => _id === address.row) + 1;
  const roster = textIn(findField(form, [address.roster])?.field.title, locale);
  const row = locale === 'en' ? `row ${String(index)}` : `第 ${String(index)} 行`;
  return [roster, index === 0 ? '' : row, title].filter((part) => part !== '').join(' ');
};

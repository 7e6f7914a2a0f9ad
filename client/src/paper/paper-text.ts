import type { Field } from '#contract/definition/field.ts';
import type { Form } from '#contract/definition/form.ts';
import { findField } from '#engine/form/fields.ts';
import type { Choice } from '../form/form-context.ts';
import { kindOf } from '../form/kind.ts';
import { day, moment } from '../ui/dates.ts';

/** What paper needs to know to write a value in words. */
export interface PaperWords {
  form: Form;
  locale: string;
  choices: (field: Field) => Choice[];
  /** Names of files by id, as they are handed out. */
  fileNames: ReadonlyMap<string, string>;
  yes: string;
  no: string;
}

const money = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(value);

const several = (field: Field, values: readonly unknown[], words: PaperWords): string => {
  const separator = words.locale.startsWith('zh') ? '、' : ', ';
  if (kindOf(field) === 'file') return values.map((id) => words.fileNames.get(String(id)) ?? '').join(separator);
  return values.map((code) => titleOf(field, code, words)).join(separator);
};

const titleOf = (field: Field, code: unknown, { choices }: PaperWords): string =>
  choices(field).find((choice) => choice.code === code)?.title ?? String(code);

const scalar = (field: Field, value: string | number | boolean, words: PaperWords): string => {
  const kind = kindOf(field);
  if (kind === 'choice' || kind === 'organisation') return titleOf(field, value, words);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (kind === 'money' && typeof value === 'number') return money(value, words.locale);
  if (kind === 'date' && typeof value === 'string') return day(value, words.locale);
  if (kind === 'date-time' && typeof value === 'string') return moment(value, words.locale);
  return String(value);
};

/** The value of one field as it stands on paper; `path` names the field, a roster's key before that of its column. */
export const paperText = (words: PaperWords, path: readonly string[], value: unknown): string => {
  const field = findField(words.form, [...path])?.field ?? {};
  if (Array.isArray(value)) return several(field, value, words);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? scalar(field, value, words)
    : '';
};

/** A cell that holds several fields: what is empty leaves no gap. */
export const templateText = (template: string, textOf: (key: string) => string): string =>
  template
    .replaceAll(/\{([a-z][a-z0-9_]*)\}/g, (_, key: string) => textOf(key))
    .replaceAll(/\s+/g, ' ')
    .trim();

import type { Data } from '../../engine/data.ts';
import { formValues, rowValues } from '../../engine/environment-values.ts';
import type { Located } from '../../engine/environment-evaluate.ts';
import { evaluateIn } from '../../engine/environment-evaluate.ts';
import { rowId } from '../../engine/data.ts';
import { rowsOf } from '../../engine/form/address.ts';
import { findField, findRoster } from '../../engine/form/fields.ts';
import type { AttachmentFacts } from './case-extras.repository.ts';
import type { Seen } from './command.service.ts';
import { presentData } from './facts.ts';
import { formFactsOf } from './form-check.ts';

const LONGEST = 100;

/** A text that is a good name of a file on every system. */
export const fileName = (text: string): string => {
  const plain = text
    .replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .trim();
  return Array.from(plain).slice(0, LONGEST).join('').trim() || 'file';
};

const parted = (name: string): { stem: string; ending: string } => {
  const at = name.lastIndexOf('.');
  return at <= 0 ? { stem: name, ending: '' } : { stem: name.slice(0, at), ending: name.slice(at) };
};

type Evaluated = ReturnType<typeof evaluateIn>;

const plainText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(plainText).join(' ');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' ? String(value) : '';
};

/** The template with its values as they are stored: dates sort as names of files should (`2024-03-31`). */
const filled = (template: string, evaluate: (text: string) => Evaluated): string =>
  template.replaceAll(/\{([^{}]*)\}/g, (_, text: string) => {
    const result = evaluate(text);
    return result.ok ? plainText(result.value) : '';
  });

/** What the form's template makes of the cell: its row as it is now. Empty where the field has none. */
const byTemplate = (seen: Seen, { field, roster, row }: AttachmentFacts, data: Data): string => {
  const { model } = seen.running;
  const path = roster === null ? [] : (findRoster(model.form, roster)?.path ?? []);
  const template =
    field === null ? undefined : findField(model.form, [...path, ...field.split('.')])?.field['x-file']?.name;
  if (template === undefined) return '';
  const values = formValues(model, data, formFactsOf(seen));
  if (roster === null) return filled(template, (text) => evaluateIn(model, { place: { at: 'form' }, text }, values));
  const rows = rowsOf(model.form, data, roster);
  const index = rows.findIndex((one) => rowId(one) === row);
  const found = rows[index];
  if (found === undefined) return '';
  const place: Located['place'] = { at: 'row', roster };
  const inRow = rowValues(values, found, index);
  return filled(template, (text) => evaluateIn(model, { place, text }, inRow));
};

/** The names under which files are handed out, by id: by the form's template, else as they came; equal ones get a number. */
export const attachmentNames = (seen: Seen, files: readonly AttachmentFacts[]): Map<string, string> => {
  const data = presentData(seen.state, seen.running);
  const taken = new Map<string, number>();
  return new Map(
    files.map((file): [string, string] => {
      const { stem, ending } = parted(file.name);
      const text = byTemplate(seen, file, data).trim();
      const base = text === '' ? stem : fileName(text);
      const count = (taken.get(`${base}${ending}`) ?? 0) + 1;
      taken.set(`${base}${ending}`, count);
      return [file.id, count === 1 ? `${base}${ending}` : `${base}-${count}${ending}`];
    }),
  );
};

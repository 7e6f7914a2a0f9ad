import type { Field } from '../../contract/definition/field.ts';
import type { Form } from '../../contract/definition/form.ts';
import { textIn } from '../../contract/text.ts';
import { pointer, pointerKeys } from './address.ts';
import { findField, findRoster, resolve, titleIn } from './fields.ts';
import type { Issue } from './issue.ts';
import type { Manner, Told } from './message-table.ts';
import { ANY_SENTENCE, SENTENCES } from './message-table.ts';

/**
 * What the validator of a form's schema finds, in words for people. It takes the validator's errors as they are
 * (`instancePath`), or already told once (`pointer`), on the server and in the browser alike.
 */
export interface SchemaError {
  keyword: string;
  params: Readonly<Record<string, unknown>>;
  instancePath?: string;
  /** Where the place is already worked out: the pointer to the value, or to the missing one. */
  pointer?: string;
}

const concerned = (params: SchemaError['params']): string | undefined => {
  const key = params['missingProperty'] ?? params['additionalProperty'];
  return typeof key === 'string' ? key : undefined;
};

const placeOf = ({ pointer: told, instancePath = '', params }: SchemaError): string => {
  const key = concerned(params);
  return told ?? (key === undefined ? instancePath : instancePath + pointer(key));
};

/** The field that a place of the data belongs to: without the positions of rows and of single choices. */
const fieldAt = (form: Form, place: string): { field: Field; isRow: boolean } | undefined => {
  const keys = pointerKeys(place).filter((key) => !/^\d+$/.test(key));
  const found = findField(form, keys);
  const isRow = found?.kind === 'roster' && /\/\d+$/.test(place);
  return found === undefined ? undefined : { field: found.field, isRow };
};

const hasChoices = (field: Field): boolean => (field.oneOf ?? field.enum ?? field['x-options']) !== undefined;

const CHOSEN_FORMATS = ['date', 'month', 'time', 'date-time'];

const mannerOf = (form: Form, field: Field): Manner => {
  if (field['x-file'] !== undefined || field['x-widget'] === 'file') return 'upload';
  if (field.properties !== undefined) return 'group';
  const items = field.items === undefined ? undefined : resolve(form, field.items);
  if (items?.properties !== undefined) return 'add-rows';
  if (field.type === 'array') return 'choose-several';
  const isChosen = hasChoices(field) || field.type === 'boolean' || CHOSEN_FORMATS.includes(field.format ?? '');
  return isChosen || field['x-widget'] === 'organisation' ? 'choose' : 'write';
};

const LIMIT_PARAMS = ['limit', 'format', 'multipleOf', 'additionalProperty', 'type'];

const limitOf = (params: SchemaError['params']): string => {
  const limit = LIMIT_PARAMS.map((name) => params[name]).find((value) => value !== undefined);
  const first: unknown = Array.isArray(limit) ? limit[0] : limit;
  return typeof first === 'string' || typeof first === 'number' ? String(first) : '';
};

const keywordOf = ({ keyword }: SchemaError): string => (keyword === 'false schema' ? 'false' : keyword);

const sentence = (form: Form, error: SchemaError, locale: string): string => {
  const keyword = keywordOf(error);
  const place = placeOf(error);
  const field = fieldAt(form, place)?.field;
  const own = field?.['x-messages']?.[keyword];
  if (own !== undefined) return textIn(own, locale);
  const told: Told = {
    title: (field === undefined ? '' : titleIn(field, locale)) || (pointerKeys(place).at(-1) ?? ''),
    manner: field === undefined ? 'write' : mannerOf(form, field),
    limit: limitOf(error.params),
  };
  const { zh, en } = SENTENCES[keyword] ?? ANY_SENTENCE;
  return locale.startsWith('zh') ? zh(told) : en(told);
};

/** Keywords that only say that one of the errors beside them happened. */
const ECHOES = new Set(['if', 'x-na', 'not', 'anyOf', 'allOf']);

/** The validator's errors as issues: each place and keyword once; of a hidden value, or one of the wrong type, only that. */
export const localizeErrors = (form: Form, errors: readonly SchemaError[], locale: string): Issue[] => {
  const told = new Map<string, Issue>();
  const settled = new Map<string, string>();
  for (const error of errors) {
    const code = keywordOf(error);
    if (ECHOES.has(code) && errors.length > 1) continue;
    const at = placeOf(error);
    if (code === 'false' || (code === 'type' && !settled.has(at))) settled.set(at, code);
    const issue: Issue = { pointer: at, message: sentence(form, error, locale), severity: 'error', code };
    if (!told.has(`${at} ${code}`)) told.set(`${at} ${code}`, issue);
  }
  return [...told.values()].filter(({ pointer: at, code }) => (settled.get(at) ?? code) === code);
};

/** A cell's name for people: the roster, the row counted from 1, the field. */
export const nameOfPlace = (form: Form, place: string, locale: string): string => {
  const keys = pointerKeys(place);
  const at = keys.findIndex((key) => /^\d+$/.test(key));
  const field = fieldAt(form, place);
  const title = field === undefined || field.isRow ? '' : titleIn(field.field, locale);
  const roster = at > 0 ? findRoster(form, keys[at - 1] ?? '') : undefined;
  if (roster === undefined) return title;
  const number = Number(keys[at]) + 1;
  const row = locale.startsWith('zh') ? `第${number}行` : `row ${number}`;
  return [titleIn(roster.field, locale), row, title].filter((part) => part !== '').join(' ');
};

import type { Field } from '../../contract/definition/field.ts';
import type { FormModel } from '../environment.ts';
import type { Choice } from './options.ts';
import { allChoices } from './options.ts';

/** The named steps of `x-normalize`, one function each. */

/** A decimal digit of any script as ASCII. Within a row of sixteen letters the digits begin at the first or the seventh. */
const asciiDigit = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0;
  const row = code - (code % 16);
  const zero = /\p{Nd}/u.test(String.fromCodePoint(row)) ? row : row + 6;
  return code < 0x10000 ? String(code - zero) : digit;
};

/** Digits of any script, sign and point of full width become ASCII; blanks between digits go. Other text stays. */
export const textOfNumber = (text: string): string => {
  const narrow = text.replace(/\p{Nd}/gu, asciiDigit);
  const signed = narrow.replace(/[－−]/g, '-').replace(/．/g, '.');
  const joined = signed.replace(/[\s\u3000]+/g, '');
  return /^[+-]?\d+(\.\d+)?$/.test(joined) ? joined.replace(/^\+/, '') : narrow;
};

/** `1,000` and `12，345.60` without the separators of thousands; a comma elsewhere stays for validation to refuse. */
export const withoutGroups = (text: string): string =>
  /^-?\d{1,3}([,，]\d{3})+(\.\d+)?$/.test(text.trim()) ? text.trim().replace(/[,，]/g, '') : text;

/** `1、3，8` as a list of texts; a single value as a list of one; lists stay. */
export const splitList = (value: unknown): unknown => {
  if (typeof value === 'number' || typeof value === 'boolean') return [value];
  if (typeof value !== 'string') return value;
  return value
    .split(/[、,，;；\n\t]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
};

const meant = (choices: readonly Choice[], text: string): Choice | undefined => {
  const exact =
    choices.find((choice) => String(choice.const) === text) ?? choices.find((choice) => choice.title === text);
  if (exact !== undefined) return exact;
  const [, code, rest] = /^([A-Za-z0-9_]+)\s*[=＝:：.．、)）]\s*(.*)$/.exec(text) ?? [];
  return choices.find((choice) => String(choice.const) === code && (rest === '' || rest === choice.title));
};

const LOCALES = ['zh-CN', 'en'];

/** The code that a text stands for: the code itself, a title, or both as lists print them (`3=…`, `3、…`). Else the text. */
export const codeOf = (model: FormModel, field: Field, value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  const found = LOCALES.map((locale) => meant(allChoices(model, field, locale), value.trim())).find(
    (choice) => choice !== undefined,
  );
  return found?.const ?? value;
};

import type { Choice } from './option-list.ts';
import { NO, type Guessed, YES } from './sheet-words.ts';

/** What somebody wrote into a cell, as the field's data; undefined where it is not of that kind. */

const two = (text: string): string => text.padStart(2, '0');

const dateOf = (text: string): string | undefined => {
  const [, year, month, day] = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = `${year}-${two(month)}-${two(day)}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date;
};

const monthOf = (text: string): string | undefined => {
  const [, year, month] = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?$/.exec(text) ?? [];
  return year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12
    ? undefined
    : `${year}-${two(month)}`;
};

const numberOf = (text: string): number | undefined => {
  const plain = text.normalize('NFKC').replaceAll(/(?<=\d),(?=\d{3})/g, '');
  return /^-?\d{1,15}(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
};

const choiceOf = (text: string, choices: readonly Choice[]): Choice['code'] | undefined => {
  const plain = text.normalize('NFKC').trim();
  return choices.find(({ code, title }) => String(code) === plain.toLowerCase() || title.normalize('NFKC') === plain)
    ?.code;
};

const choicesOf = (text: string, choices: readonly Choice[]): Choice['code'][] | undefined => {
  const found = text.split(/[、,，;；\s]+/).map((part) => choiceOf(part, choices));
  return found.includes(undefined) ? undefined : (found as Choice['code'][]);
};

export const valueOf = (kind: Guessed, text: string, choices: readonly Choice[] = []): unknown => {
  switch (kind) {
    case 'integer': {
      const number = numberOf(text);
      return Number.isInteger(number) ? number : undefined;
    }
    case 'decimal':
    case 'money':
      return numberOf(text);
    case 'date':
      return dateOf(text);
    case 'month':
      return monthOf(text);
    case 'yes-no':
      return YES.test(text) ? true : NO.test(text) ? false : undefined;
    case 'one':
      return choiceOf(text, choices);
    case 'several':
      return choicesOf(text, choices);
    case 'file':
      return undefined;
    case 'text':
    case 'long':
    case 'phone':
    case 'person':
    case 'id-number':
    case 'email':
      return text;
  }
};

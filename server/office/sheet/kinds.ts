import type { Field, Option } from '../../contract/definition/field.ts';
import type { FindingText } from '../../contract/finding.ts';
import type { Choice } from './option-list.ts';
import { say } from './questions.ts';
import type { Guessed } from './sheet-words.ts';

/** What each guess is called, and the field that it becomes. */

export const KIND_WORDS: Record<Guessed, FindingText> = {
  text: say('单行文本', 'A text'),
  long: say('多行文本', 'A long text'),
  integer: say('整数', 'A whole number'),
  decimal: say('小数', 'A number'),
  money: say('金额', 'An amount of money'),
  date: say('日期', 'A date'),
  month: say('月份', 'A month'),
  'yes-no': say('是或否', 'Yes or no'),
  one: say('单选', 'One choice'),
  several: say('多选', 'Several choices'),
  phone: say('电话', 'A telephone number'),
  person: say('人名', 'A person’s name'),
  'id-number': say('身份证号', 'An identity number'),
  email: say('电子邮箱', 'An e-mail address'),
  file: say('上传文件', 'Files'),
};

const TRIMMED: Pick<Field, 'x-normalize'> = { 'x-normalize': ['nfkc', 'trim'] };
const DIGITS: Pick<Field, 'x-normalize'> = { 'x-normalize': ['nfkc', 'trim', 'digits', 'thousands'] };

const PLAIN: Record<Exclude<Guessed, 'one' | 'several'>, Omit<Field, 'title'>> = {
  text: { type: 'string', maxLength: 200 },
  long: { type: 'string', maxLength: 2000, 'x-widget': 'textarea' },
  integer: { type: 'integer', minimum: 0, ...DIGITS },
  decimal: { type: 'number', ...DIGITS },
  money: { type: 'number', minimum: 0, multipleOf: 0.01, 'x-widget': 'money', ...DIGITS },
  date: { type: 'string', format: 'date' },
  month: { type: 'string', format: 'month' },
  'yes-no': { type: 'boolean' },
  phone: { type: 'string', pattern: '^[0-9+() -]{7,20}$', ...TRIMMED, 'x-pii': 'phone' },
  person: { type: 'string', maxLength: 40, ...TRIMMED, 'x-pii': 'name' },
  'id-number': { type: 'string', pattern: '^[0-9]{17}[0-9Xx]$', ...TRIMMED, 'x-pii': 'id_number' },
  email: { type: 'string', format: 'email', maxLength: 200, ...TRIMMED },
  file: {
    type: 'array',
    maxItems: 9,
    items: { type: 'string', maxLength: 64 },
    'x-file': { types: ['image/jpeg', 'image/png', 'application/pdf'], maxBytes: 10_485_760, maxCount: 9 },
  },
};

const optionsOf = (choices: readonly Choice[], other: string | undefined): Option[] =>
  choices.map(({ code, title, asks }) => ({
    const: code,
    title,
    ...(other === undefined || asks !== 'yes' ? {} : { 'x-other': other }),
  }));

/** A field of a kind. `other` is the key of the text that choices ask for which want one. */
export const fieldOf = (
  kind: Guessed,
  { title, choices = [], other }: { title: string; choices?: readonly Choice[]; other?: string | undefined },
): Field => {
  if (kind === 'one') return { title, oneOf: optionsOf(choices, other) };
  if (kind !== 'several') {
    const { type, ...more } = PLAIN[kind];
    return { type, title, ...more };
  }
  return {
    type: 'array',
    title,
    uniqueItems: true,
    maxItems: choices.length,
    'x-normalize': ['nfkc', 'list'],
    items: { oneOf: optionsOf(choices, other) },
  };
};

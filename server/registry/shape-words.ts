import type { FindingText } from '../contract/finding.ts';
import { say } from './place.ts';

const KINDS: Record<string, readonly [zh: string, en: string]> = {
  string: ['文字', 'a text'],
  number: ['数字', 'a number'],
  int: ['整数', 'a whole number'],
  boolean: ['true 或 false', 'true or false'],
  array: ['列表', 'a list'],
  object: ['对象（键: 值）', 'an object (key: value)'],
  record: ['对象（键: 值）', 'an object (key: value)'],
  null: ['空', 'nothing'],
  undefined: ['空', 'nothing'],
};

/** What a value is, or must be, in both languages. */
export const kindWords = (kind: string): readonly [zh: string, en: string] => KINDS[kind] ?? [kind, kind];

export const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
};

/** Chinese for the sentences that the shapes of the contract carry themselves, by their English text. */
const HINTS: Record<string, string> = {
  'a key is lower-case letters, digits and _, begins with a letter, at most 63 characters':
    '键只能用小写字母、数字和 _，以字母开头，最多 63 个字符',
  'in, true, false, null, constructor and prototype are taken':
    'in、true、false、null、constructor、prototype 是保留字，不能用作键',
  'a duration such as P7D, P2W, P1M, P5WD or PT48H': '应为时长，如 P7D、P2W、P1M、P5WD（工作日）或 PT48H',
  'a day such as 2024-03-31': '应为日期，如 2024-03-31',
  'a time such as 17:30': '应为时间，如 17:30',
  'a local time such as 2024-05-24T09:00': '应为日期时间，如 2024-05-24T09:00',
  'a language tag such as zh-CN or en': '应为语言代码，如 zh-CN 或 en',
  'give at least one language': '至少写一种语言',
  "a built-in event: '@due.<deadline>', '@late.<deadline>' or '@tasks.done'":
    "应为系统事件：'@due.<期限>'、'@late.<期限>' 或 '@tasks.done'",
  'a field, or a field inside another: roster.field': '应为字段的键，或“名单.字段”',
  'a reference stays inside the file: #/$defs/<key>': '引用只能指向本文件：#/$defs/<键>',
};

/** The hint of a shape in both languages; undefined for a hint that the library made itself. */
export const hintOf = (message: string): FindingText | undefined => {
  const zh = HINTS[message];
  return zh === undefined ? undefined : say(zh, message);
};

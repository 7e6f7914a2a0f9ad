import type { FindingText } from '../../contract/finding.ts';
import { type LocalText, textIn } from '../../contract/text.ts';
import { readDuration } from '../duration.ts';
import { say } from '../lint/check.ts';

/** Values of definitions as words. */
export type Show = (value: unknown) => FindingText;

const LONGEST = 60;

const shortened = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`);

const isLocalText = (value: object): value is Record<string, string> =>
  Object.entries(value).length > 0 &&
  Object.entries(value).every(([tag, text]) => /^[a-z]{2,3}(-\w+)*$/.test(tag) && typeof text === 'string');

/** A text of a definition in both languages of the product, as far as it has them. */
export const inBoth = (text: LocalText | undefined): FindingText => say(textIn(text, 'zh-CN'), textIn(text, 'en'));

/** The text in quotation marks. */
export const quoted = (text: LocalText | undefined): FindingText => {
  const both = inBoth(text);
  return say(`“${shortened(both['zh-CN'])}”`, `"${shortened(both.en)}"`);
};

/** The title of a thing in quotation marks, its key where it has none. */
export const named = (thing: { title?: LocalText | undefined } | undefined, key: string): FindingText =>
  quoted(thing?.title ?? key);

/** Several words joined as each language joins them. */
export const joined = (words: readonly FindingText[]): FindingText =>
  say(words.map((word) => word['zh-CN']).join('、'), words.map((word) => word.en).join(', '));

/** Any value: texts in quotation marks, lists joined, everything deeper as JSON, shortened. */
export const shownValue: Show = (value) => {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return value ? say('是', 'yes') : say('否', 'no');
  if (typeof value === 'number') return say(String(value), String(value));
  if (Array.isArray(value))
    return value.length === 0 ? say('空', 'nothing') : joined(value.map((one) => shownValue(one)));
  if (typeof value === 'object' && value !== null) {
    if (isLocalText(value)) return quoted(value);
    const json = shortened(JSON.stringify(value));
    return say(json, json);
  }
  return say('无', 'nothing');
};

const UNITS: Record<string, [string, string]> = {
  D: ['天', 'days'],
  W: ['周', 'weeks'],
  M: ['个月', 'months'],
  WD: ['个工作日', 'working days'],
  H: ['小时', 'hours'],
  MIN: ['分钟', 'minutes'],
};

/** A length of time, `P5WD` as five working days. */
export const shownLength: Show = (value) => {
  const length = typeof value === 'string' ? readDuration(value) : null;
  if (length === null) return shownValue(value);
  const [zh, en] = UNITS[length.unit] ?? ['', ''];
  return say(`${String(length.amount)}${zh}`, `${String(length.amount)} ${en}`);
};

/** A value for which there is a word. */
export const oneOf =
  (words: Readonly<Record<string, FindingText>>): Show =>
  (value) =>
    (typeof value === 'string' ? words[value] : undefined) ?? shownValue(value);

/** Keys of things with titles as the titles of these things. */
export const titlesOf = (
  keys: readonly string[],
  things: Readonly<Record<string, { title?: LocalText | undefined }>> | undefined,
): FindingText => joined(keys.map((key) => named(things?.[key], key)));

import { NO, OTHER, OTHER_ASKS, SEVERAL, SINGLE, YES } from './sheet-words.ts';

/** A choice as a header cell writes it: `8=其他请说明`. `asks` where something is to be written behind it. */
export interface Choice {
  code: string | number;
  title: string;
  asks: 'yes' | 'perhaps' | 'no';
}

export interface ChoiceList {
  /** The text before the list. */
  before: string;
  choices: Choice[];
  /** `codes`: `1=…`; `boxes`: `□…`; `slashes`: `（…/…）`. */
  form: 'codes' | 'boxes' | 'slashes';
}

const BLANKS = /[_＿\s]+$/;
const ENDS = /[\s;；,，、。/|]+$/;

/** Brackets that are open at the end, or closed without having been opened, belong to the list and not to its words. */
const balanced = (text: string): string => {
  const trimmed = text.replace(ENDS, '').trim();
  const open = (trimmed.match(/[（(【[]/g) ?? []).length;
  const closed = (trimmed.match(/[)）】\]]/g) ?? []).length;
  if (closed > open) return balanced(trimmed.replace(/[)）】\]](?!.*[)）】\]])/s, ''));
  return open > closed ? trimmed.replace(/[（(【[](?!.*[（(【[])/s, ' ').trim() : trimmed;
};

/** What stands before a list: a bracket that it opens, and what is said there of how many to choose, belong to the list. */
const beforeList = (text: string): string => {
  const [, head = '', inside = ''] = /^(.*)[（(【[]([^（()）】]*)$/s.exec(text.trim()) ?? [];
  return head !== '' && (SEVERAL.test(inside) || SINGLE.test(inside)) ? balanced(head) : balanced(text);
};

const asks = (title: string): Choice['asks'] => (OTHER_ASKS.test(title) ? 'yes' : OTHER.test(title) ? 'perhaps' : 'no');

const choiceOf = (code: string | number, raw: string): Choice => {
  const isBlank = BLANKS.test(raw) && /[_＿]{2,}/.test(raw);
  const title = balanced(raw.replace(/[_＿]{2,}/g, ''));
  return { code, title, asks: isBlank && /其[他它]|other/i.test(raw) ? 'yes' : asks(title) };
};

const CODED = /(?<![\dA-Za-z.])(\d{1,2}|[A-Z])\s*(?:[=＝、．:：\-—]|\.(?!\d))\s*(?=[^\s\d=＝])/g;

const areCodes = (codes: readonly string[]): boolean =>
  codes.length >= 2 &&
  codes.every((code, index) => {
    const before = codes[index - 1];
    if (before === undefined) return /^[01A]$/.test(code);
    return /^\d/.test(code) ? Number(code) > Number(before) : code.charCodeAt(0) === before.charCodeAt(0) + 1;
  });

const coded = (text: string): ChoiceList | undefined => {
  const found = [...text.matchAll(CODED)];
  if (!areCodes(found.map(([, code = '']) => code))) return undefined;
  const choices = found.map((match, index) => {
    const raw = text.slice(match.index + match[0].length, found[index + 1]?.index ?? text.length);
    const code = match[1] ?? '';
    return choiceOf(/^\d/.test(code) ? Number(code) : code.toLowerCase(), raw);
  });
  return { before: beforeList(text.slice(0, found[0]?.index ?? 0)), choices, form: 'codes' };
};

const numbered = (titles: readonly string[]): Choice[] => titles.map((title, index) => choiceOf(index + 1, title));

const BOX = /[□☐○◯◻▢☑■]/;

const boxed = (text: string): ChoiceList | undefined => {
  const [before = '', ...titles] = text.split(BOX);
  return titles.length < 2 ? undefined : { before: beforeList(before), choices: numbered(titles), form: 'boxes' };
};

const SLASHED = /[（(【[]\s*([^（()）【】[\]/]{1,15}(?:\s*\/\s*[^（()）【】[\]/]{1,15}){1,11})\s*[)）】\]]/;

const slashed = (text: string): ChoiceList | undefined => {
  const found = SLASHED.exec(text);
  if (found?.[1] === undefined) return undefined;
  const rest = `${text.slice(0, found.index)}${text.slice(found.index + found[0].length)}`;
  const choices = numbered(found[1].split('/').map((title) => title.trim()));
  return { before: balanced(rest), choices, form: 'slashes' };
};

/** The choices that a header cell lists; undefined where it lists none. */
export const choiceList = (text: string): ChoiceList | undefined => {
  const list = coded(text) ?? boxed(text) ?? slashed(text);
  if (list === undefined) return undefined;
  const titles = new Set(list.choices.map(({ title }) => title));
  return titles.size === list.choices.length && !titles.has('') ? list : undefined;
};

/** Whether the choices are yes and no. */
export const isYesOrNo = (choices: readonly Choice[]): boolean =>
  choices.length === 2 && choices.some(({ title }) => YES.test(title)) && choices.some(({ title }) => NO.test(title));

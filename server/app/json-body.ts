import { DomainError } from '../modules/domain-error.ts';

/** How deep objects and lists in a request may be nested; forms need fewer than ten. */
const MAX_DEPTH = 64;

/** How much a request may carry where its route does not say otherwise. */
export const BODY_LIMIT = 1_048_576;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENERS = new Set([0x5b, 0x7b]);
const CLOSERS = new Set([0x5d, 0x7d]);

const endOfString = (text: Buffer, start: number): number => {
  let at = start + 1;
  while (at < text.length && text[at] !== QUOTE) at += text[at] === BACKSLASH ? 2 : 1;
  return at;
};

/** Whether JSON text nests deeper than the limit, told from its bytes alone, before anything is built from it. */
export const isTooDeep = (text: Buffer, limit: number = MAX_DEPTH): boolean => {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at];
    if (byte === QUOTE) at = endOfString(text, at);
    else if (byte !== undefined && OPENERS.has(byte)) {
      depth += 1;
      if (depth > limit) return true;
    } else if (byte !== undefined && CLOSERS.has(byte)) depth -= 1;
  }
  return false;
};

const tooDeep = (): DomainError =>
  new DomainError('bad-request', {
    zh: `内容嵌套过深，最多 ${MAX_DEPTH} 层`,
    en: `The content is nested too deeply; at most ${MAX_DEPTH} levels`,
  });

const notJson = (): DomainError =>
  new DomainError('bad-request', { zh: '请求内容不是有效的 JSON', en: 'The body is not valid JSON' });

const SUSPICIOUS = /__proto__|constructor|\\u/;

const reachesPrototype = (key: string, value: unknown): boolean =>
  key === '__proto__' ||
  (key === 'constructor' && typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype'));

const checked = (key: string, value: unknown): unknown => {
  if (!reachesPrototype(key, value)) return value;
  throw new DomainError('bad-request', { zh: `不允许的字段名 ${key}`, en: `The name ${key} is not allowed` });
};

/** Parses a JSON body; refuses what is too deep, not JSON, or names a key that could reach an object's prototype. */
export const parseJsonBody = (body: Buffer): unknown => {
  if (body.length === 0) return undefined;
  if (body.length > MAX_DEPTH && isTooDeep(body)) throw tooDeep();
  const text = body.toString('utf8');
  try {
    return SUSPICIOUS.test(text) ? JSON.parse(text, checked) : JSON.parse(text);
  } catch (error) {
    throw error instanceof DomainError ? error : notJson();
  }
};

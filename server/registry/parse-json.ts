import { duplicateKeyFault, inheritedKeyFault, isInherited, tooDeepFault, tooManyFault } from './key-check.ts';
import { LIMITS } from './limits.ts';
import { type Fault, type Path, type Places, say } from './place.ts';

/**
 * Reads JSON with the place of every value. Stricter than `JSON.parse`: no duplicate and no inherited keys, a cap on depth
 * and values. Duplicates are all told; the first break of the syntax ends the reading, and then there is no value.
 */

/** Ends the reading at a break that makes the rest meaningless. */
class Break extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.code);
    this.fault = fault;
  }
}

interface Cursor {
  readonly text: string;
  readonly places: Places;
  readonly faults: Fault[];
  at: number;
  nodes: number;
}

const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9A-Za-z_.+])/y;
const WORD = /(?:true|false|null)(?![0-9A-Za-z_])/y;

const match = (cursor: Cursor, pattern: RegExp): string | undefined => {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0];
  if (found !== undefined) cursor.at += found.length;
  return found;
};

const broken = (cursor: Cursor, path: Path, zh: string, en: string): Break =>
  new Break({ code: 'syntax', path, offset: cursor.at, message: say(zh, en) });

const COMMENT = /^(\/\/|\/\*|#)/;

const unexpected = (cursor: Cursor, path: Path, zh: string, en: string): Break => {
  const rest = cursor.text.slice(cursor.at, cursor.at + 2);
  if (rest === '') return broken(cursor, path, `文件到此中断，缺少${zh}`, `The file ends here; ${en} is missing`);
  if (COMMENT.test(rest)) return broken(cursor, path, 'JSON 中不能写注释', 'JSON has no comments');
  const letter = JSON.stringify(String.fromCodePoint(cursor.text.codePointAt(cursor.at) ?? 32));
  return broken(cursor, path, `此处应为${zh}，而不是 ${letter}`, `Here must stand ${en}, not ${letter}`);
};

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;

const skip = (cursor: Cursor): void => {
  while (isSpace(cursor.text.charCodeAt(cursor.at))) cursor.at += 1;
};

const take = (cursor: Cursor, sign: string): boolean => {
  skip(cursor);
  if (cursor.text[cursor.at] !== sign) return false;
  cursor.at += 1;
  return true;
};

/** What needs a closer look than a search for the closing quote: an escape, or a letter that may not stand in a text. */
const SPECIAL = /[\\\u0000-\u001f]/;

/** A text without escapes, which nearly all are; undefined where it is not so plain, and then nothing is read. */
const plainString = (cursor: Cursor): string | undefined => {
  const end = cursor.text.indexOf('"', cursor.at + 1);
  if (end < 0) return undefined;
  const text = cursor.text.slice(cursor.at + 1, end);
  if (SPECIAL.test(text)) return undefined;
  cursor.at = end + 1;
  return text;
};

const readString = (cursor: Cursor, path: Path, zh: string, en: string): string => {
  skip(cursor);
  if (cursor.text[cursor.at] !== '"') throw unexpected(cursor, path, zh, en);
  const plain = plainString(cursor);
  if (plain !== undefined) return plain;
  const found = match(cursor, STRING);
  if (found === undefined)
    throw broken(
      cursor,
      path,
      '这段文字没有以引号结束，或含有换行或错误的转义',
      'This text has no closing quote, a line break or a wrong escape',
    );
  return JSON.parse(found) as string;
};

const readEntry = (cursor: Cursor, path: Path, into: Record<string, unknown>): void => {
  skip(cursor);
  const keyAt = cursor.at;
  const key = readString(cursor, path, '带双引号的键', 'a key in double quotes');
  if (!take(cursor, ':')) throw unexpected(cursor, [...path, key], '冒号', 'a colon');
  const taken = Object.hasOwn(into, key);
  const value = readValue(cursor, [...path, key], keyAt);
  if (isInherited(key)) cursor.faults.push(inheritedKeyFault(path, key, keyAt));
  else if (taken) cursor.faults.push(duplicateKeyFault(path, key, keyAt));
  else into[key] = value;
};

const readObject = (cursor: Cursor, path: Path): Record<string, unknown> => {
  const object: Record<string, unknown> = {};
  if (take(cursor, '}')) return object;
  do readEntry(cursor, path, object);
  while (take(cursor, ','));
  if (!take(cursor, '}')) throw unexpected(cursor, path, '逗号或 }', 'a comma or }');
  return object;
};

const readArray = (cursor: Cursor, path: Path): unknown[] => {
  const list: unknown[] = [];
  if (take(cursor, ']')) return list;
  do list.push(readValue(cursor, [...path, list.length]));
  while (take(cursor, ','));
  if (!take(cursor, ']')) throw unexpected(cursor, path, '逗号或 ]', 'a comma or ]');
  return list;
};

const readNumber = (cursor: Cursor, path: Path): number => {
  const at = cursor.at;
  const number = Number(match(cursor, NUMBER) ?? Number.NaN);
  if (Number.isNaN(number)) throw broken(cursor, path, '这不是正确的数字', 'This is not a number');
  if (!Number.isFinite(number) || (Number.isInteger(number) && !Number.isSafeInteger(number)))
    cursor.faults.push({
      code: 'number-too-large',
      path,
      offset: at,
      message: say('这个数字太大，无法精确保存', 'This number is too large to be kept exactly'),
      suggestion: say('请写成带引号的文字', 'Write it as text in quotes'),
    });
  return number;
};

const readValue = (cursor: Cursor, path: Path, keyAt?: number): unknown => {
  skip(cursor);
  const at = cursor.at;
  const sign = cursor.text[at] ?? '';
  cursor.nodes += 1;
  if (cursor.nodes > LIMITS.nodes) throw new Break(tooManyFault(at, LIMITS.nodes));
  if (path.length > LIMITS.depth) throw new Break(tooDeepFault(path, at, LIMITS.depth));
  cursor.places.put(path, { key: keyAt ?? at, value: at });
  if (take(cursor, '{')) return readObject(cursor, path);
  if (take(cursor, '[')) return readArray(cursor, path);
  if (sign === '"') return readString(cursor, path, '文字', 'a text');
  if (/[-0-9]/.test(sign)) return readNumber(cursor, path);
  const word = match(cursor, WORD);
  if (word === undefined) throw unexpected(cursor, path, '一个值', 'a value');
  return JSON.parse(word) as unknown;
};

/** The value (undefined where the syntax is broken) and everything that is wrong. */
export const parseJson = (text: string, places: Places): { value: unknown; faults: Fault[] } => {
  const cursor: Cursor = { text, places, faults: [], at: 0, nodes: 0 };
  try {
    const value = readValue(cursor, []);
    skip(cursor);
    if (cursor.at < text.length) throw unexpected(cursor, [], '文件结尾', 'the end of the file');
    return { value, faults: cursor.faults };
  } catch (error) {
    if (!(error instanceof Break)) throw error;
    return { value: undefined, faults: [...cursor.faults, error.fault] };
  }
};

import { compilePattern } from './pattern.ts';

/**
 * Finds a text that a pattern allows, for values that are made up. Reads what patterns of forms are made of (characters,
 * classes, groups, alternatives, repetitions); what it makes is tested by the pattern engine itself, so that it never
 * hands out a text that does not fit.
 */

/** A made-up text must fit these as well. Different seeds give different texts where the pattern leaves room. */
export interface Sample {
  seed: number;
  minLength?: number | undefined;
  maxLength?: number | undefined;
}

type Node =
  | { is: 'characters'; allowed: string }
  | { is: 'sequence'; parts: Node[] }
  | { is: 'choice'; options: Node[] }
  | { is: 'repeat'; of: Node; min: number; max: number };

const DIGITS = '0123456789';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const PRINTABLE = `${DIGITS}${LETTERS}${LETTERS.toUpperCase()} !"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~一二三四五六七八九十`;
const SETS: Record<string, string> = { d: DIGITS, w: `${DIGITS}${LETTERS}${LETTERS.toUpperCase()}_`, s: ' ' };
const MOST_REPEATED = 64;

/** A text that the pattern allows, or null where none was found. */
export const samplePattern = (pattern: string, sample: Sample): string | null => {
  const compiled = compilePattern(pattern);
  const node = readPattern(pattern);
  if (typeof compiled === 'string' || node === null) return null;
  for (let extra = 0; extra <= MOST_REPEATED; extra += 1) {
    const digits = Array.from(String(sample.seed)).reverse();
    const text = write(node, { extra, next: () => Number(digits.shift() ?? 0) });
    const fits = text.length >= (sample.minLength ?? 0) && text.length <= (sample.maxLength ?? Infinity);
    if (fits && compiled.test(text)) return text;
  }
  return null;
};

/** `extra` repetitions are added wherever a repetition allows more than its least. */
interface Writing {
  extra: number;
  next: () => number;
}

const write = (node: Node, writing: Writing): string => {
  switch (node.is) {
    case 'characters': {
      const chosen = node.allowed.length < 2 ? 0 : writing.next() % node.allowed.length;
      return node.allowed.charAt(chosen);
    }
    case 'sequence':
      return node.parts.map((part) => write(part, writing)).join('');
    case 'choice': {
      const [first] = node.options;
      return first === undefined ? '' : write(first, writing);
    }
    case 'repeat': {
      const count = Math.min(node.min + writing.extra, node.max, MOST_REPEATED);
      return Array.from({ length: count }, () => write(node.of, writing)).join('');
    }
  }
};

/** Reads a pattern from its text; null for what is not among the parts known here. */
const readPattern = (pattern: string): Node | null => {
  const reader = { rest: Array.from(pattern.replace(/^\^/, '').replace(/\$$/, '')) };
  const node = readChoice(reader);
  return reader.rest.length === 0 ? node : null;
};

interface Reader {
  rest: string[];
}

const readChoice = (reader: Reader): Node | null => {
  const options: Node[] = [];
  do {
    const option = readSequence(reader);
    if (option === null) return null;
    options.push(option);
  } while (take(reader, '|'));
  return { is: 'choice', options };
};

const take = (reader: Reader, char: string): boolean => {
  if (reader.rest[0] !== char) return false;
  reader.rest.shift();
  return true;
};

const readSequence = (reader: Reader): Node | null => {
  const parts: Node[] = [];
  while (reader.rest.length > 0 && reader.rest[0] !== '|' && reader.rest[0] !== ')') {
    const part = readPart(reader);
    if (part === null) return null;
    parts.push(readRepetition(reader, part));
  }
  return { is: 'sequence', parts };
};

const readPart = (reader: Reader): Node | null => {
  const char = reader.rest.shift();
  if (char === '(') {
    if (take(reader, '?') && !take(reader, ':')) return null;
    const inner = readChoice(reader);
    return take(reader, ')') ? inner : null;
  }
  if (char === '[') return readClass(reader);
  if (char === '.') return { is: 'characters', allowed: PRINTABLE };
  if (char === '\\') return { is: 'characters', allowed: readEscape(reader) };
  return char === undefined ? null : { is: 'characters', allowed: char };
};

const readEscape = (reader: Reader): string => {
  const char = reader.rest.shift() ?? '';
  if (char !== 'u') return SETS[char] ?? char;
  return String.fromCharCode(Number.parseInt(reader.rest.splice(0, 4).join(''), 16));
};

const readClass = (reader: Reader): Node | null => {
  const isNegated = take(reader, '^');
  let allowed = '';
  while (reader.rest.length > 0 && !take(reader, ']')) {
    const from = take(reader, '\\') ? readEscape(reader) : (reader.rest.shift() ?? '');
    const isRange = from.length === 1 && reader.rest[0] === '-' && reader.rest[1] !== ']';
    if (!isRange) allowed += from;
    else {
      reader.rest.shift();
      const to = take(reader, '\\') ? readEscape(reader) : (reader.rest.shift() ?? from);
      allowed += charactersBetween(from, to);
    }
  }
  const kept = isNegated
    ? Array.from(PRINTABLE)
        .filter((char) => !allowed.includes(char))
        .join('')
    : allowed;
  return kept === '' ? null : { is: 'characters', allowed: kept };
};

const charactersBetween = (from: string, to: string): string => {
  const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
  const count = Math.max(0, Math.min(last - first + 1, 200));
  return Array.from({ length: count }, (_, n) => String.fromCharCode(first + n)).join('');
};

const readRepetition = (reader: Reader, of: Node): Node => {
  if (take(reader, '*')) return { is: 'repeat', of, min: 0, max: Infinity };
  if (take(reader, '+')) return { is: 'repeat', of, min: 1, max: Infinity };
  if (take(reader, '?')) return { is: 'repeat', of, min: 0, max: 1 };
  const found = /^\{(\d+)(,?)(\d*)\}/.exec(reader.rest.join(''));
  if (found === null) return of;
  reader.rest.splice(0, found[0].length);
  const min = Number(found[1]);
  return { is: 'repeat', of, min, max: found[2] === '' ? min : found[3] === '' ? Infinity : Number(found[3]) };
};

import { canonicalText } from '../../../server/engine/ballot/canonical.ts';
import { listDigest } from '../../../server/engine/ballot/commitment.ts';
import { DIGESTS } from '../../../server/modules/ballots/digests.ts';

/** How a bundle's files can be changed: a line, an object, a digit. */

export type Files = Map<string, string>;

/** What is done to the files of a bundle; `n` picks the place. Undefined where there is no such place. */
export type Change = (files: Files, n: number) => Files | undefined;

export interface Mutation {
  what: string;
  code: number;
  change: Change;
}

export type Json = Record<string, unknown>;

export const linesIn = (files: Files, name: string): string[] => (files.get(name) ?? '').split('\n').slice(0, -1);
const withLines = (files: Files, name: string, lines: readonly string[]): Files =>
  new Map(files).set(name, lines.map((line) => `${line}\n`).join(''));

/** Another hex digit at place `n` of a text that begins with a digest. */
export const otherDigit = (text: string, n: number): string => {
  const place = n % 64;
  const digit = ((Number.parseInt(text.charAt(place), 16) + 1 + (n % 15)) % 16).toString(16);
  return text.slice(0, place) + digit + text.slice(place + 1);
};

export const onLines =
  (name: string, change: (lines: string[], at: number, n: number) => readonly string[] | undefined): Change =>
  (files, n) => {
    const lines = linesIn(files, name);
    if (lines.length === 0) return undefined;
    const changed = change(lines, n % lines.length, n);
    return changed === undefined ? undefined : withLines(files, name, changed);
  };

export const onLine = (name: string, change: (line: Json, n: number) => Json | undefined, from = 0): Change =>
  onLines(name, (lines, at, n) => {
    if (at < from) return undefined;
    const line = change(JSON.parse(lines[at] ?? '') as Json, n);
    return line === undefined ? undefined : lines.with(at, canonicalText(line as never));
  });

export const onObject = (name: string, change: (object: Json, n: number) => Json | undefined): Change =>
  onLine(name, change);

export const without = <Item>(list: readonly Item[], at: number): Item[] => list.filter((_, n) => n !== at);
export const swapped = <Item>(list: readonly Item[], at: number): Item[] | undefined => {
  const [one, other] = [list[at], list[at + 1]];
  return one === undefined || other === undefined || one === other ? undefined : list.toSpliced(at, 2, other, one);
};
export const text = (value: unknown): string => String(value);
export const strings = (value: unknown): string[] => value as string[];
export const entriesOf = (value: unknown): [string, unknown][] => Object.entries(value as Json);

/** Puts the digests of the lists into the result, as somebody would who forges consistently. */
const redigested = (files: Files): Files => {
  const result = JSON.parse(linesIn(files, 'result.json')[0] ?? '') as Json;
  const election = text(result['election']);
  for (const name of ['used', 'revoked'] as const) {
    const lines = linesIn(files, `${name}.txt`);
    result[name] = { count: lines.length, digest: listDigest(DIGESTS, { election, name, lines }) };
  }
  return withLines(files, 'result.json', [canonicalText(result as never)]);
};

export const consistently =
  (change: Change): Change =>
  (files, n) => {
    const changed = change(files, n);
    return changed === undefined ? undefined : redigested(changed);
  };

const firstWords = (files: Files, name: string): string[] => linesIn(files, name).map((line) => line.slice(0, 64));

export const unusedCode = (files: Files, n: number): string | undefined => {
  const gone = new Set([...linesIn(files, 'used.txt'), ...firstWords(files, 'revoked.txt')]);
  const left = firstWords(files, 'credentials.txt').filter((one) => !gone.has(one));
  return left[n % Math.max(left.length, 1)];
};

export const plusOne =
  (key: string, inner?: (n: number, object: Json) => string | undefined) => (object: Json, n: number) => {
    if (inner === undefined) return { ...object, [key]: Number(object[key]) + 1 + (n % 3) };
    const values = object[key] as Json;
    const name = inner(n, values);
    return name === undefined ? undefined : { ...object, [key]: { ...values, [name]: Number(values[name]) + 1 } };
  };
export const anyKey = (n: number, object: Json): string | undefined =>
  Object.keys(object)[n % Math.max(1, Object.keys(object).length)];

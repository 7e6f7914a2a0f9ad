import { type Document, isMap, isScalar, type Node, parseDocument, type Pair, stringify, type YAMLMap } from 'yaml';
import type { DefinitionEdit } from '../engine/deadline-change.ts';

/**
 * Changes single values inside a YAML text. Everything else stays as it was written, letter by letter: comments, order,
 * quotes, alignment.
 */

type Found = Pair<Node, Node | null>;

/** A value on one line, as a person would write it: `{on: 2024-05-05}`. */
const written = (value: unknown): string =>
  stringify(value, {
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    lineWidth: 0,
    singleQuote: true,
  }).trimEnd();

const spliced = (text: string, from: number, to: number, put: string): string =>
  text.slice(0, from) + put + text.slice(to);

const pairIn = (map: YAMLMap, key: string | number): Found | undefined =>
  (map.items as Found[]).find(({ key: one }) => isScalar(one) && String(one.source ?? one.value) === String(key));

const rangeOf = (node: Node | null | undefined): [number, number] => [node?.range?.[0] ?? 0, node?.range?.[1] ?? 0];

/** Where the last letter of a value stands: blank lines behind a block do not belong to it. */
const endOf = (text: string, pair: Found): number => {
  const [, end] = rangeOf(pair.value ?? pair.key);
  return text.slice(0, end).trimEnd().length;
};

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
};

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);

const added = (text: string, map: YAMLMap, key: string, value: unknown): string => {
  const line = `${key}: ${written(value)}`;
  const items = map.items as Found[];
  const last = items.at(-1);
  const [start] = rangeOf(map);
  if (last === undefined) return spliced(text, start, rangeOf(map)[1], `{${line}}`);
  const end = endOf(text, last);
  if (map.flow === true) return spliced(text, end, end, `, ${line}`);
  const indent = ' '.repeat(columnOf(text, rangeOf(items[0]?.key)[0]));
  const at = endOfLine(text, end);
  return spliced(text, at, at, `\n${indent}${line}`);
};

/** In a block the pair's own lines go; inside braces the comma goes with it. */
const removed = (text: string, map: YAMLMap, pair: Found): string => {
  const items = map.items as Found[];
  const index = items.indexOf(pair);
  const [start] = rangeOf(pair.key);
  const next = items[index + 1];
  const before = items[index - 1];
  if (map.flow !== true) {
    const line = text.lastIndexOf('\n', start - 1) + 1;
    return spliced(text, line, Math.min(text.length, endOfLine(text, endOf(text, pair)) + 1), '');
  }
  if (next !== undefined) return spliced(text, start, rangeOf(next.key)[0], '');
  return spliced(text, before === undefined ? start : endOf(text, before), endOf(text, pair), '');
};

const changed = (text: string, document: Document, { path, value }: DefinitionEdit): string => {
  const key = path.at(-1) ?? '';
  const holder: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(holder)) return text;
  const pair = pairIn(holder, key);
  if (pair === undefined) return value === undefined ? text : added(text, holder, String(key), value);
  if (value === undefined) return removed(text, holder, pair);
  const [start] = rangeOf(pair.value);
  return spliced(text, start, endOf(text, pair), written(value));
};

/** The text with these values changed, one after the other. A place that does not exist is left alone. */
export const editYaml = (text: string, edits: readonly DefinitionEdit[]): string =>
  edits.reduce((now, edit) => changed(now, parseDocument(now), edit), text);

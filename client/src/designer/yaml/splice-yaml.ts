import { isMap, type ParsedNode } from 'yaml';
import {
  colonAfter,
  columnOf,
  dashBefore,
  endOf,
  endOfPair,
  isFlow,
  isInFlow,
  itemsOf,
  lineEnd,
  lineStart,
  pairAt,
  pairsOf,
  splice,
} from './geometry.ts';
import { at, nodeAt, type Path, treeOf } from './read-yaml.ts';
import { block, inline, isShort, keyWord, LONGEST_LINE } from './write-yaml.ts';

/** Changes of a text that touch nothing but their own place. Each reads the text anew and gives the new text. */

interface Place {
  top: ParsedNode | null;
  node: ParsedNode | null;
  flow: boolean;
}

const placeOf = (text: string, path: Path): Place => {
  const top = treeOf(text).contents;
  return { top, node: nodeAt(top, path), flow: isInFlow(top, path) };
};

const pairText = (key: string, value: unknown, indent: number): string =>
  isShort(value, indent + key.length)
    ? `${' '.repeat(indent)}${keyWord(key)}: ${inline(value)}`
    : `${' '.repeat(indent)}${keyWord(key)}:\n${block(value, indent + 2)}`;

const itemText = (value: unknown, indent: number): string =>
  `${' '.repeat(indent)}- ${isShort(value, indent) ? inline(value) : block(value, indent + 2).trimStart()}`;

/** The offset behind the `:` or `-` under which a value stands, and the column of that key or dash. */
const headOf = (text: string, top: ParsedNode | null, path: Path): { end: number; column: number } | null => {
  const parent = nodeAt(top, path.slice(0, -1));
  const step = path.at(-1);
  if (step === undefined) return null;
  if (isMap(parent)) {
    const pair = pairAt(parent, String(step));
    return pair === undefined ? null : { end: colonAfter(text, pair.key), column: columnOf(text, pair.key.range[0]) };
  }
  const item = itemsOf(parent)[Number(step)];
  if (item === undefined) return null;
  const dash = dashBefore(text, item);
  return { end: dash + 1, column: columnOf(text, dash) };
};

/** Writes another value where one stands. */
export const replaceNode = (text: string, path: Path, value: unknown): string => {
  const { top, node, flow } = placeOf(text, path);
  const head = headOf(text, top, path);
  if (node === null || head === null) return text;
  const start = Math.max(node.range[0], head.end);
  const end = Math.max(endOf(text, node), head.end);
  if (flow) return splice(text, node.range[0], endOf(text, node), inline(value));
  const headLine = lineEnd(text, head.end);
  const isBeside = start <= headLine;
  const isItem = typeof path.at(-1) === 'number';
  if (isShort(value, head.column + String(path.at(-1)).length)) {
    if (isBeside) return `${text.slice(0, head.end)} ${inline(value)}${text.slice(end)}`;
    return `${text.slice(0, head.end)} ${inline(value)}${text.slice(head.end, headLine)}${text.slice(end)}`;
  }
  const lines = block(value, head.column + 2);
  if (isItem) return `${text.slice(0, head.end)} ${lines.trimStart()}${text.slice(end)}`;
  if (!isBeside) return `${text.slice(0, headLine)}\n${lines}${text.slice(end)}`;
  const eol = lineEnd(text, end);
  return `${text.slice(0, head.end)}${text.slice(end, eol)}\n${lines}${text.slice(eol)}`;
};

const longest = (text: string, from: number, to: number): boolean =>
  lineEnd(text, to) - lineStart(text, from) > LONGEST_LINE;

/** Puts a pair into a map that has others, behind the one named (`null`: before all). */
export const insertPair = (
  text: string,
  path: Path,
  { key, value, after }: { key: string; value: unknown; after: string | null },
): string => {
  const { node, flow } = placeOf(text, path);
  const pairs = pairsOf(node);
  const first = pairs[0];
  if (node === null || first === undefined) return text;
  const previous = after === null ? undefined : (pairAt(node, after) ?? pairs.at(-1));
  if (isFlow(node)) {
    const written = `${keyWord(key)}: ${inline(value)}`;
    const [place, insert] =
      previous === undefined ? [first.key.range[0], `${written}, `] : [endOfPair(text, previous), `, ${written}`];
    const made = splice(text, place, place, insert);
    const isTooLong = !flow && path.length > 0 && longest(made, node.range[0], node.range[0]);
    return isTooLong && !text.slice(node.range[0], endOf(text, node)).includes('#') ? unfolded(made, path) : made;
  }
  const indent = columnOf(text, first.key.range[0]);
  const lines = pairText(key, value, indent);
  if (previous === undefined)
    return splice(text, first.key.range[0], first.key.range[0], `${lines.trimStart()}\n${' '.repeat(indent)}`);
  const place = lineEnd(text, endOfPair(text, previous));
  return splice(text, place, place, `\n${lines}`);
};

/** A map in brackets as a block of lines. */
const unfolded = (text: string, path: Path): string => {
  const value: unknown = at(treeOf(text).toJS(), path);
  const { top, node } = placeOf(text, path);
  const head = headOf(text, top, path);
  if (node === null || head === null) return text;
  const end = endOf(text, node);
  const lines = block(value, head.column + 2);
  if (typeof path.at(-1) === 'number') return `${text.slice(0, head.end)} ${lines.trimStart()}${text.slice(end)}`;
  const eol = lineEnd(text, end);
  return `${text.slice(0, head.end)}${text.slice(end, eol)}\n${lines}${text.slice(eol)}`;
};

/** Takes a pair out of a map that has others. Comments on lines of their own stay. */
export const deletePair = (text: string, path: Path, key: string): string => {
  const { node } = placeOf(text, path);
  const pairs = pairsOf(node);
  const index = pairs.findIndex((pair) => pair === pairAt(node, key));
  const pair = pairs[index];
  if (pair === undefined) return text;
  const [previous, next] = [pairs[index - 1], pairs[index + 1]];
  const start = pair.key.range[0];
  if (isFlow(node) || text.slice(lineStart(text, start), start).trim() !== '') {
    if (next !== undefined && (previous === undefined || !isFlow(node)))
      return splice(text, start, next.key.range[0], '');
    if (previous === undefined) return text;
    return splice(text, endOfPair(text, previous), endOfPair(text, pair), '');
  }
  return splice(text, lineStart(text, start), lineEnd(text, endOfPair(text, pair)) + 1, '');
};

/** Puts an item into a list that has others. */
export const insertItem = (text: string, path: Path, { index, value }: { index: number; value: unknown }): string => {
  const { node } = placeOf(text, path);
  const items = itemsOf(node);
  const [previous, first] = [items[index - 1], items[0]];
  if (first === undefined) return text;
  if (isFlow(node)) {
    return previous === undefined
      ? splice(text, first.range[0], first.range[0], `${inline(value)}, `)
      : splice(text, endOf(text, previous), endOf(text, previous), `, ${inline(value)}`);
  }
  const dash = dashBefore(text, first);
  const indent = columnOf(text, dash);
  if (previous === undefined)
    return splice(text, dash, dash, `${itemText(value, indent).trimStart()}\n${' '.repeat(indent)}`);
  const place = lineEnd(text, endOf(text, previous));
  return splice(text, place, place, `\n${itemText(value, indent)}`);
};

/** Takes an item out of a list that has others. */
export const deleteItem = (text: string, path: Path, index: number): string => {
  const { node } = placeOf(text, path);
  const items = itemsOf(node);
  const [previous, item, next] = [items[index - 1], items[index], items[index + 1]];
  if (item === undefined) return text;
  if (isFlow(node)) {
    if (previous !== undefined) return splice(text, endOf(text, previous), endOf(text, item), '');
    return next === undefined ? text : splice(text, item.range[0], next.range[0], '');
  }
  return splice(text, lineStart(text, dashBefore(text, item)), lineEnd(text, endOf(text, item)) + 1, '');
};

/** Another word for a key; what stands under it stays. */
export const replaceKey = (text: string, path: Path, key: string): string => {
  const { top } = placeOf(text, path);
  const pair = pairAt(nodeAt(top, path.slice(0, -1)), String(path.at(-1)));
  return pair === undefined ? text : splice(text, pair.key.range[0], pair.key.range[1], keyWord(key));
};

import { isCollection, isMap, isSeq, type Pair, type ParsedNode } from 'yaml';
import { keyText, nodeAt, type Path } from './read-yaml.ts';

/** Where things stand in a text, as offsets. */

type ParsedPair = Pair<ParsedNode, ParsedNode | null>;

export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

export const lineEnd = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
};

export const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset);

export const isFlow = (node: ParsedNode | null): boolean => isCollection(node) && node.flow === true;

/** The pairs of a map; none for anything else. */
export const pairsOf = (node: ParsedNode | null): ParsedPair[] =>
  isMap<ParsedNode, ParsedNode | null>(node) ? node.items : [];

export const itemsOf = (node: ParsedNode | null): ParsedNode[] => (isSeq<ParsedNode>(node) ? node.items : []);

/** The end of what is written, without a comment or the line end behind it. */
export const endOf = (text: string, node: ParsedNode): number => {
  if (!isFlow(node)) {
    const pair = pairsOf(node).at(-1);
    if (pair !== undefined) return endOfPair(text, pair);
    const item = itemsOf(node).at(-1);
    if (item !== undefined) return endOf(text, item);
  }
  const [start, end] = node.range;
  return start + text.slice(start, end).trimEnd().length;
};

export const endOfPair = (text: string, { key, value }: ParsedPair): number =>
  value === null || value.range[1] <= key.range[1] + 1 ? colonAfter(text, key) : endOf(text, value);

/** The offset behind the colon of a key. */
export const colonAfter = (text: string, key: ParsedNode): number => text.indexOf(':', key.range[1]) + 1;

/** The dash of a list's item. */
export const dashBefore = (text: string, item: ParsedNode): number => text.lastIndexOf('-', item.range[0] - 1);

export const pairAt = (map: ParsedNode | null, key: string): ParsedPair | undefined =>
  pairsOf(map).find((pair) => keyText(pair.key) === key);

/** Whether a place is inside brackets, where everything stands on lines without meaning. */
export const isInFlow = (top: ParsedNode | null, path: Path): boolean =>
  path.some((_, depth) => isFlow(nodeAt(top, path.slice(0, depth))));

export const splice = (text: string, from: number, to: number, insert: string): string =>
  text.slice(0, from) + insert + text.slice(to);

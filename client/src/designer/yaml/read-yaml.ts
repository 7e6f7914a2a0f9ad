import { type Document, isMap, isScalar, isSeq, type ParsedNode, parseDocument } from 'yaml';

/** Keys and indexes from the top of a text to a place in it. */
export type Path = readonly (string | number)[];

/** A tree of its own for whoever changes it; the same reading of YAML as the server's. */
export const freshTree = (text: string): Document.Parsed =>
  parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });

interface Reading {
  text: string;
  tree: Document.Parsed;
  value: Record<string, unknown> | null;
}

/** The texts read last: one edit reads the same text several times. */
const READINGS: Reading[] = [];

const reading = (text: string): Reading => {
  const known = READINGS.find((one) => one.text === text);
  if (known !== undefined) return known;
  const tree = freshTree(text);
  const isWhole = tree.errors.length === 0 && isMap(tree.contents);
  const made = { text, tree, value: isWhole ? (tree.toJS() as Record<string, unknown>) : null };
  READINGS.unshift(made);
  READINGS.length = Math.min(READINGS.length, 4);
  return made;
};

/** The tree of a text with the place of every node; only to be looked at. */
export const treeOf = (text: string): Document.Parsed => reading(text).tree;

/** What a text says, only to be looked at; null where its syntax is broken. */
export const valueOf = (text: string): Record<string, unknown> | null => reading(text).value;

/** The text of a key: `2024:` is the key "2024". */
export const keyText = (key: unknown): string =>
  isScalar(key) ? (typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))) : '';

const childOf = (node: ParsedNode | null, step: string | number): ParsedNode | null => {
  if (isMap<ParsedNode, ParsedNode | null>(node))
    return node.items.find(({ key }) => keyText(key) === String(step))?.value ?? null;
  if (isSeq<ParsedNode>(node)) return node.items[Number(step)] ?? null;
  return null;
};

export const nodeAt = (node: ParsedNode | null, path: Path): ParsedNode | null =>
  path.reduce<ParsedNode | null>(childOf, node);

/** What stands at a path of plain values. */
export const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same values in the same order of keys: order is meaning here. */
export const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

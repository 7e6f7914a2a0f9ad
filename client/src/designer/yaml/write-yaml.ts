import { Document, isCollection, type Node, visit, type YAMLMap, type YAMLSeq } from 'yaml';
import { isRecord } from './read-yaml.ts';

/** How new values are written: what fits on a line stands on one, the rest in blocks of two spaces. */

const OPTIONS = {
  lineWidth: 0,
  flowCollectionPadding: false,
  indent: 2,
  doubleQuotedMinMultiLineLength: 1_000_000,
} as const;

/** A line longer than this is broken into a block. */
export const LONGEST_LINE = 150;

/** The same value at two places is written twice: the language of definitions has no references. */
const made = (value: unknown): Document =>
  new Document(value, { version: '1.2', schema: 'core', aliasDuplicateObjects: false });

/** Puts a collection on one line; a text of several lines is quoted there. */
const onOneLine = (node: Collection): void => {
  node.flow = true;
  visit(node, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && scalar.value.includes('\n')) scalar.type = 'QUOTE_DOUBLE';
    },
  });
};

type Collection = YAMLMap | YAMLSeq;

/** A value on one line. */
export const inline = (value: unknown): string => {
  const document = made(value);
  if (isCollection(document.contents)) onOneLine(document.contents);
  // A text alone would be written for a line of its own; inside a list it is quoted where a list needs it
  else {
    const list = made([value]);
    if (isCollection(list.contents)) onOneLine(list.contents);
    return list.toString(OPTIONS).trim().slice(1, -1);
  }
  return document.toString(OPTIONS).trim();
};

const isDeep = (value: unknown): boolean => {
  const parts = Array.isArray(value) ? (value as unknown[]) : isRecord(value) ? Object.values(value) : [];
  return parts.some((part) =>
    Array.isArray(part) ? part.some((inner) => typeof inner === 'object') : isRecord(part) && hasMaps(part),
  );
};

const hasMaps = (value: Record<string, unknown>): boolean => Object.values(value).some(isRecord);

/** Whether a value stands on the line of its key. */
export const isShort = (value: unknown, indent: number): boolean =>
  !(isRecord(value) || Array.isArray(value)) ||
  Object.keys(value).length === 0 ||
  (!isDeep(value) && indent + inline(value).length <= LONGEST_LINE - 40);

const flatten = (node: unknown, value: unknown, indent: number): void => {
  if (!isCollection(node)) return;
  if (isShort(value, indent)) {
    onOneLine(node);
    return;
  }
  node.items.forEach((item, index) => {
    const pair = item as { key?: { value?: unknown }; value?: unknown };
    const inner = Array.isArray(value)
      ? (value as unknown[])[index]
      : (value as Record<string, unknown>)[String(pair.key?.value)];
    flatten(Array.isArray(value) ? item : pair.value, inner, indent + 2);
  });
};

/** A collection as lines, each indented, without a line end at the end. */
export const block = (value: unknown, indent: number): string => {
  const document = made(value);
  const { contents } = document;
  if (isCollection(contents)) {
    contents.flow = false;
    contents.items.forEach((item, index) => {
      const pair = item as { key?: { value?: unknown }; value?: Node | null };
      const isList = Array.isArray(value);
      const inner = isList ? (value as unknown[])[index] : (value as Record<string, unknown>)[String(pair.key?.value)];
      flatten(isList ? item : pair.value, inner, indent + 2);
    });
  }
  return document
    .toString(OPTIONS)
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : ' '.repeat(indent) + line))
    .join('\n');
};

/** A key that may need quotes. */
export const keyWord = (key: string): string => inline(key);

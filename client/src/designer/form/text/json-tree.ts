/** JSON text with the place of every value, so that an edit can leave every byte alone that it does not mean. */

interface JsonLeaf {
  kind: 'leaf';
  start: number;
  end: number;
  value: unknown;
}

export interface JsonList {
  kind: 'list';
  start: number;
  end: number;
  value: unknown[];
  items: JsonNode[];
}

/** `start` is where its key begins. */
interface JsonMember {
  key: string;
  start: number;
  node: JsonNode;
}

export interface JsonObject {
  kind: 'object';
  start: number;
  end: number;
  value: Record<string, unknown>;
  members: JsonMember[];
}

export type JsonNode = JsonLeaf | JsonList | JsonObject;

interface Cursor {
  readonly text: string;
  at: number;
}

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;
const WORD = /[^\s,\]}]+/y;

const match = (cursor: Cursor, pattern: RegExp): string => {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0] ?? '';
  cursor.at += found.length;
  return found;
};

/** Steps over spaces and then over `sign`; false where something else stands there. */
const take = (cursor: Cursor, sign: string): boolean => {
  match(cursor, SPACE);
  if (cursor.text[cursor.at] !== sign) return false;
  cursor.at += 1;
  return true;
};

const put = (into: Record<string, unknown>, key: string, value: unknown): void => {
  Object.defineProperty(into, key, { value, enumerable: true, writable: true, configurable: true });
};

const readObject = (cursor: Cursor, start: number): JsonObject => {
  const value: Record<string, unknown> = {};
  const members: JsonMember[] = [];
  if (!take(cursor, '}')) {
    do {
      match(cursor, SPACE);
      const keyStart = cursor.at;
      const key = JSON.parse(match(cursor, STRING)) as string;
      take(cursor, ':');
      const node = readValue(cursor);
      members.push({ key, start: keyStart, node });
      put(value, key, node.value);
    } while (take(cursor, ','));
    take(cursor, '}');
  }
  return { kind: 'object', start, end: cursor.at, value, members };
};

const readList = (cursor: Cursor, start: number): JsonList => {
  const items: JsonNode[] = [];
  if (!take(cursor, ']')) {
    do items.push(readValue(cursor));
    while (take(cursor, ','));
    take(cursor, ']');
  }
  return { kind: 'list', start, end: cursor.at, value: items.map(({ value }) => value), items };
};

const readValue = (cursor: Cursor): JsonNode => {
  match(cursor, SPACE);
  const start = cursor.at;
  if (take(cursor, '{')) return readObject(cursor, start);
  if (take(cursor, '[')) return readList(cursor, start);
  const written = cursor.text[start] === '"' ? match(cursor, STRING) : match(cursor, WORD);
  return { kind: 'leaf', start, end: cursor.at, value: JSON.parse(written) as unknown };
};

/** The tree of a text, or null where it is no JSON. */
export const readTree = (text: string): JsonNode | null => {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  return readValue({ text, at: 0 });
};

import type { JsonList, JsonNode, JsonObject } from './json-tree.ts';
import { fits, freshText, styleOf, type Style } from './style.ts';

/**
 * Writes a changed value over the text that it was read from: what did not change keeps its bytes, what moved is indented
 * anew, and what is new is laid out like its neighbours.
 */

/** A text with its tree. Values that still are the very objects of the tree are known to be unchanged. */
export interface Written {
  text: string;
  tree: JsonNode;
}

interface Writing {
  readonly text: string;
  readonly style: Style;
  readonly known: ReadonlyMap<object, JsonNode>;
}

const knownIn = (node: JsonNode, into: Map<object, JsonNode>): Map<object, JsonNode> => {
  if (node.kind === 'leaf') return into;
  into.set(node.value, node);
  const inner = node.kind === 'list' ? node.items : node.members.map((member) => member.node);
  for (const one of inner) knownIn(one, into);
  return into;
};

const knownOf = new WeakMap<JsonNode, ReadonlyMap<object, JsonNode>>();

const known = (tree: JsonNode): ReadonlyMap<object, JsonNode> => {
  const found = knownOf.get(tree) ?? knownIn(tree, new Map());
  knownOf.set(tree, found);
  return found;
};

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

const indentAt = (text: string, at: number): string => /^[ \t]*/.exec(text.slice(lineStart(text, at), at))?.[0] ?? '';

/** Text has no line breaks inside its strings, so that lines can be moved freely. */
const shifted = (text: string, from: string, to: string): string =>
  from === to
    ? text
    : text
        .split('\n')
        .map((line, index) => (index > 0 && line.startsWith(from) ? to + line.slice(from.length) : line))
        .join('\n');

/** One member or item of the new value: its text, and what stood before it in the file (null for a new one). */
interface Piece {
  text: string;
  lead: string | null;
}

interface Frame {
  open: string;
  close: string;
  /** What stands between the last piece and the closing bracket. */
  tail: string;
  /** Leads of all pieces of the old text. */
  leads: readonly string[];
  /** Where the opening bracket stands in its line. */
  column: number;
  inner: string;
  outer: string;
}

const isBroken = (lead: string | undefined): boolean => lead?.includes('\n') === true;

const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n') + 1);

/** On one line while it fits; else every piece on its own. */
const joinInline = (pieces: readonly Piece[], frame: Frame, style: Style): string => {
  const [first = ''] = frame.leads;
  const line = frame.open + first + pieces.map(({ text }) => text).join(', ') + frame.tail + frame.close;
  const grew = pieces.some(({ lead }) => lead === null);
  if (!grew || line.includes('\n') || fits(frame.column + line.length)) return line;
  const broken = style.eol + frame.inner;
  return `${frame.open}${broken}${pieces.map(({ text }) => text).join(`,${broken}`)}${style.eol}${frame.outer}${frame.close}`;
};

/** Over several lines: known pieces stay on the lines they stood on, new ones begin a line unless their neighbours share one. */
const joinBroken = (pieces: readonly Piece[], frame: Frame, style: Style): string => {
  const broken = frame.leads.find(isBroken) ?? style.eol + frame.inner;
  const shares = frame.leads.slice(1).some((lead) => !isBroken(lead));
  let out = frame.open;
  for (const [index, { text, lead }] of pieces.entries()) {
    if (index > 0) out += ',';
    const isStart = index === 0;
    const room = fits(lastLine(out).length + 1 + (text.split('\n')[0] ?? '').length);
    const wanted = lead ?? (shares && room ? ' ' : broken);
    out += (isStart && !isBroken(wanted) ? (frame.leads[0] ?? broken) : wanted === '' ? ' ' : wanted) + text;
  }
  return out + frame.tail + frame.close;
};

const joined = (pieces: readonly Piece[], frame: Frame, style: Style): string =>
  frame.leads.some(isBroken) ? joinBroken(pieces, frame, style) : joinInline(pieces, frame, style);

interface Old {
  start: number;
  end: number;
  node: JsonNode;
}

/** The text before each piece of a list or object, without the commas. */
const leadsOf = (text: string, node: JsonObject | JsonList, olds: readonly Old[]): string[] =>
  olds.map(({ start }, index) => {
    const from = index === 0 ? node.start + 1 : (olds[index - 1]?.end ?? 0);
    return text.slice(from, start).replace(',', '');
  });

const frameOf = (writing: Writing, node: JsonObject | JsonList, olds: readonly Old[]): Frame => {
  const { text, style } = writing;
  const leads = leadsOf(text, node, olds);
  const outer = indentAt(text, node.start);
  const broken = leads.find(isBroken);
  return {
    open: text.charAt(node.start),
    close: text.charAt(node.end - 1),
    tail: text.slice(olds.at(-1)?.end ?? node.start + 1, node.end - 1),
    leads,
    column: node.start - lineStart(text, node.start),
    inner: broken === undefined ? outer + style.unit : lastLine(broken),
    outer,
  };
};

const freshAt = (writing: Writing, value: unknown, indent: string, column: number): string => {
  const node = typeof value === 'object' && value !== null ? writing.known.get(value) : undefined;
  if (node === undefined) {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    return freshText(value, writing.style, { indent, column });
  }
  return shifted(writing.text.slice(node.start, node.end), indentAt(writing.text, node.start), indent);
};

const writeObject = (writing: Writing, node: JsonObject, value: Record<string, unknown>): string => {
  const { text, style } = writing;
  const olds = node.members.map((member): Old => ({ start: member.start, end: member.node.end, node: member.node }));
  const frame = frameOf(writing, node, olds);
  const places = new Map(node.members.map(({ key }, index) => [key, index]));
  const pieces = Object.entries(value).map(([key, inner]): Piece => {
    const index = places.get(key);
    const old = index === undefined ? undefined : olds[index];
    if (index === undefined || old === undefined) {
      const name = `${JSON.stringify(key)}: `;
      const indent = frame.leads.some(isBroken) ? frame.inner : frame.outer;
      return { text: name + freshAt(writing, inner, indent, indent.length + name.length), lead: null };
    }
    return {
      text: text.slice(old.start, old.node.start) + writeValue(writing, old.node, inner),
      lead: frame.leads[index] ?? '',
    };
  });
  return joined(pieces, frame, style);
};

/** The old item that a new one is: the very same, else the one in its place where none came or went. */
const oldItems = (node: JsonList, value: readonly unknown[]): (number | undefined)[] => {
  const sameLength = node.items.length === value.length;
  const isThere = new Set(value.filter((one) => typeof one === 'object' && one !== null));
  const free = node.items.map((_, index) => index);
  return value.map((one, position) => {
    const same = free.findIndex((index) => index >= 0 && node.items[index]?.value === one);
    const inPlace = node.items[position];
    const found =
      same >= 0 ? same : sameLength && inPlace !== undefined && !isThere.has(inPlace.value as object) ? position : -1;
    if (found < 0 || free[found] === -1) return undefined;
    free[found] = -1;
    return found;
  });
};

const writeList = (writing: Writing, node: JsonList, value: readonly unknown[]): string => {
  const olds = node.items.map((item): Old => ({ start: item.start, end: item.end, node: item }));
  const frame = frameOf(writing, node, olds);
  const places = oldItems(node, value);
  const pieces = value.map((one, position): Piece => {
    const index = places[position];
    const old = index === undefined ? undefined : olds[index];
    const indent = frame.leads.some(isBroken) ? frame.inner : frame.outer;
    if (index === undefined || old === undefined)
      return { text: freshAt(writing, one, indent, indent.length), lead: null };
    return { text: writeValue(writing, old.node, one), lead: frame.leads[index] ?? '' };
  });
  return joined(pieces, frame, writing.style);
};

/** The new text of a value that stands where `node` stood. */
const writeValue = (writing: Writing, node: JsonNode, value: unknown): string => {
  if (Object.is(value, node.value)) return writing.text.slice(node.start, node.end);
  const indent = indentAt(writing.text, node.start);
  const column = node.start - lineStart(writing.text, node.start);
  const moved = typeof value === 'object' && value !== null && writing.known.has(value);
  if (moved || typeof value !== 'object' || value === null) return freshAt(writing, value, indent, column);
  const isEmpty = Object.keys(value).length === 0;
  if (node.kind === 'list' && Array.isArray(value) && node.items.length > 0 && !isEmpty)
    return writeList(writing, node, value);
  if (node.kind === 'object' && !Array.isArray(value) && node.members.length > 0 && !isEmpty)
    return writeObject(writing, node, value as Record<string, unknown>);
  return freshAt(writing, value, indent, column);
};

/** The text of `value`, which was made from the value of `written` by edits that keep what they do not touch. */
export const writeOver = ({ text, tree }: Written, value: unknown): string => {
  const writing: Writing = { text, style: styleOf(text), known: known(tree) };
  return text.slice(0, tree.start) + writeValue(writing, tree, value) + text.slice(tree.end);
};

/** The text of a file that was not there before. */
export const newText = (value: unknown): string =>
  `${freshText(value, { eol: '\n', unit: '  ', compact: true }, { indent: '', column: 0 })}\n`;

import { at, freshTree, isEqual, isRecord, type Path, valueOf } from './read-yaml.ts';
import { deleteItem, deletePair, insertItem, insertPair, replaceKey, replaceNode } from './splice-yaml.ts';

/**
 * Edits of a YAML text by path. Every edit touches only the lines that it is about, so comments, order and the author's
 * spacing stay; what came out is read again, and where it does not say what was wanted the whole text is written anew
 * from its tree, which keeps comments and order as well. A text with broken syntax is given back as it is.
 */

/** Sets a value; `undefined` removes it, with the lists and maps that become empty by it. */
export const setAt = (text: string, path: Path, value: unknown): string => {
  const before = valueOf(text);
  if (before === null || isEqual(at(before, path), value)) return text;
  const wanted = wantedAfter(before, path, value);
  const edited = value === undefined ? removed(text, path) : changed(text, path, value);
  return isEqual(valueOf(edited), wanted) ? edited : rewritten(text, path, value);
};

export const removeAt = (text: string, path: Path): string => setAt(text, path, undefined);

/** Puts a pair into the map at the path, behind the named key (`null`: before all others). */
export const insertAfter = (
  text: string,
  path: Path,
  entry: { key: string; value: unknown; after: string | null },
): string => {
  const before = valueOf(text);
  const map = at(before, path);
  if (before === null) return text;
  if (!isRecord(map) || Object.keys(map).length === 0) return setAt(text, [...path, entry.key], entry.value);
  if (Object.hasOwn(map, entry.key)) return setAt(text, [...path, entry.key], entry.value);
  const edited = insertPair(text, path, entry);
  const isKept = isEqual(sorted(valueOf(edited)), sorted(wantedAfter(before, [...path, entry.key], entry.value)));
  return isKept ? edited : setAt(text, [...path, entry.key], entry.value);
};

/** Names a key anew where it is defined; those who refer to it are not touched. */
export const renameAt = (text: string, path: Path, key: string): string => {
  if (valueOf(text) === null) return text;
  const edited = replaceKey(text, path, key);
  return valueOf(edited) === null ? text : edited;
};

const sorted = (value: unknown): unknown =>
  isRecord(value)
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, sorted(value[key])]),
      )
    : Array.isArray(value)
      ? value.map(sorted)
      : value;

const wantedAfter = (whole: unknown, path: Path, value: unknown): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(whole)) {
    const list: unknown[] = [...(whole as unknown[])];
    const inner = wantedAfter(list[Number(step)], rest, value);
    if (inner === undefined) list.splice(Number(step), 1);
    else list[Number(step)] = inner;
    return list.length === 0 ? undefined : list;
  }
  const map = isRecord(whole) ? whole : {};
  const inner = wantedAfter(map[step], rest, value);
  const entries = Object.entries({ ...map, [step]: inner }).filter(([, one]) => one !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
};

/** The path of the highest map or list that would be left empty. */
const emptied = (whole: unknown, path: Path): Path => {
  const parent = at(whole, path.slice(0, -1));
  const isAlone = typeof parent === 'object' && parent !== null && Object.keys(parent).length === 1;
  return isAlone && path.length > 1 ? emptied(whole, path.slice(0, -1)) : path;
};

const removed = (text: string, path: Path): string => {
  const all = emptied(valueOf(text), path);
  const last = all.at(-1);
  return typeof last === 'number'
    ? deleteItem(text, all.slice(0, -1), last)
    : deletePair(text, all.slice(0, -1), String(last));
};

const changed = (text: string, path: Path, value: unknown): string => {
  const whole = valueOf(text);
  const old = at(whole, path);
  if (isEqual(old, value)) return text;
  if (old === undefined) return inserted(text, path, value);
  if (isRecord(old) && isRecord(value) && isMerge(old, value)) return mergedMap(text, path, value);
  if (Array.isArray(old) && Array.isArray(value) && old.length > 0 && value.length > 0)
    return mergedList(text, path, { old, value });
  return replaceNode(text, path, value);
};

/** Whether the keys that stay keep their order, so that each can be changed at its place. */
const isMerge = (old: Record<string, unknown>, value: Record<string, unknown>): boolean => {
  const kept = Object.keys(old).filter((key) => Object.hasOwn(value, key));
  return (
    kept.length > 0 &&
    isEqual(
      kept,
      Object.keys(value).filter((key) => Object.hasOwn(old, key)),
    )
  );
};

const mergedMap = (text: string, path: Path, value: Record<string, unknown>): string => {
  const old = at(valueOf(text), path) as Record<string, unknown>;
  const cut = Object.keys(old)
    .filter((key) => !Object.hasOwn(value, key))
    .reduce((left, key) => deletePair(left, path, key), text);
  return Object.entries(value).reduce((grown, [key, inner], index, entries) => {
    if (Object.hasOwn(old, key)) return changed(grown, [...path, key], inner);
    return insertPair(grown, path, { key, value: inner, after: entries[index - 1]?.[0] ?? null });
  }, cut);
};

const mergedList = (text: string, path: Path, lists: { old: unknown[]; value: unknown[] }): string => {
  const { old, value } = lists;
  const shorter = Math.min(old.length, value.length);
  let head = 0;
  while (head < shorter && isEqual(old[head], value[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && isEqual(old[old.length - 1 - tail], value[value.length - 1 - tail])) tail += 1;
  const both = shorter - head - tail;
  let result = text;
  for (let n = 0; n < both; n += 1) result = changed(result, [...path, head + n], value[head + n]);
  for (let n = old.length - tail - 1; n >= head + both; n -= 1) result = deleteItem(result, path, n);
  for (let n = head + both; n < value.length - tail; n += 1)
    result = insertItem(result, path, { index: n, value: value[n] });
  return result;
};

const inserted = (text: string, path: Path, value: unknown): string => {
  const [step, above] = [path.at(-1), path.slice(0, -1)];
  const parent = at(valueOf(text), above);
  if (step === undefined) return text;
  if (Array.isArray(parent) && parent.length > 0) return insertItem(text, above, { index: parent.length, value });
  if (isRecord(parent) && Object.keys(parent).length > 0)
    return insertPair(text, above, { key: String(step), value, after: Object.keys(parent).at(-1) ?? null });
  const wrapped = typeof step === 'number' ? [value] : { [step]: value };
  return parent === undefined ? inserted(text, above, wrapped) : replaceNode(text, above, wrapped);
};

const rewritten = (text: string, path: Path, value: unknown): string => {
  const tree = freshTree(text);
  if (value === undefined) tree.deleteIn(emptied(valueOf(text), path));
  else tree.setIn(path, tree.createNode(value, { aliasDuplicateObjects: false }));
  return tree.toString({ lineWidth: 0, flowCollectionPadding: false });
};

import type { FindingView } from '#contract/wire/design.ts';
import { columnOf, endOf, isFlow, lineEnd, pairAt, pairsOf } from './geometry.ts';
import { nodeAt, type Path, treeOf } from './read-yaml.ts';

export interface Range {
  from: number;
  to: number;
}

const offsetOf = (text: string, line: number, column: number): number => {
  let start = 0;
  for (let n = 1; n < line; n += 1) {
    const end = text.indexOf('\n', start);
    if (end === -1) break;
    start = end + 1;
  }
  return Math.min(start + Math.max(0, column - 1), text.length);
};

/** The place of a value in the text: the word or line of it that a reader looks at; null where there is none. */
export const rangeOfPath = (text: string, path: Path): Range | null => {
  const top = treeOf(text).contents;
  const step = path.at(-1);
  const pair = step === undefined ? undefined : pairAt(nodeAt(top, path.slice(0, -1)), String(step));
  if (pair !== undefined) return { from: pair.key.range[0], to: pair.key.range[1] };
  const node = nodeAt(top, path);
  if (node === null || path.length === 0) return null;
  return { from: node.range[0], to: Math.min(endOf(text, node), lineEnd(text, node.range[0])) };
};

/** What lint's place covers: the word that stands there, never beyond its line. */
export const rangeOf = (text: string, { line, column }: Pick<FindingView, 'line' | 'column'>): Range => {
  const from = offsetOf(text, line, column);
  const word = /^("[^"\n]*"|'[^'\n]*'|[^\s,:{}[\]#]+)/.exec(text.slice(from, lineEnd(text, from)))?.[0] ?? '';
  const to = from + Math.max(word.length, 1);
  const end = lineEnd(text, from);
  return from >= end ? { from: Math.max(0, end - 1), to: end } : { from, to: Math.min(to, end) };
};

/** The path of what stands at an offset, as far as maps with keys go. */
export const pathAt = (text: string, offset: number): Path => {
  const walk = (path: Path): Path => {
    const node = nodeAt(treeOf(text).contents, path);
    if (path.length > 0 && isFlow(node) && path.length > 3) return path;
    const pair = pairsOf(node).find(
      ({ key, value }) =>
        key.range[0] - columnOf(text, key.range[0]) <= offset &&
        offset <= lineEnd(text, value === null ? key.range[1] : endOf(text, value)),
    );
    const word: unknown = pair?.key.toJS(treeOf(text));
    return pair === undefined ? path : walk([...path, String(word)]);
  };
  return walk([]);
};

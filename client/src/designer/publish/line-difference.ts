/** One line of two texts side by side: equal, only in one of them, or a run of equal lines that is folded away. */
export type DiffLine =
  | { kind: 'same'; left: number; right: number; text: string }
  | { kind: 'removed'; left: number; text: string }
  | { kind: 'added'; right: number; text: string }
  | { kind: 'skipped'; count: number };

/** Above so many pairs of lines between the first and the last difference, everything between counts as replaced. */
const MOST_PAIRS = 4_000_000;
/** Equal lines that are kept around a difference. */
const CONTEXT = 3;

/** Lengths of the longest common runs from each pair of lines on; row by row. */
const commonLengths = (before: readonly string[], after: readonly string[]): Uint32Array[] => {
  const table = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const [row, below] = [table[i], table[i + 1]];
      if (row === undefined || below === undefined) continue;
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return table;
};

const between = (before: readonly string[], after: readonly string[], from: number): DiffLine[] => {
  const lines: DiffLine[] = [];
  const table = before.length * after.length > MOST_PAIRS ? null : commonLengths(before, after);
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [left, right] = [before[i], after[j]];
    if (left !== undefined && left === right) {
      lines.push({ kind: 'same', left: from + i, right: from + j, text: left });
      i += 1;
      j += 1;
    } else if (
      left !== undefined &&
      (right === undefined || (table?.[i + 1]?.[j] ?? 1) >= (table?.[i]?.[j + 1] ?? 0))
    ) {
      lines.push({ kind: 'removed', left: from + i, text: left });
      i += 1;
    } else if (right !== undefined) {
      lines.push({ kind: 'added', right: from + j, text: right });
      j += 1;
    }
  }
  return lines;
};

/** Every line of both texts, told apart. Line numbers begin at 0. */
export const lineDifference = (before: string, after: string): DiffLine[] => {
  const [left, right] = [before.trimEnd().split('\n'), after.trimEnd().split('\n')];
  let head = 0;
  while (head < left.length && head < right.length && left[head] === right[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(left.length, right.length) - head && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1;
  const same = (from: number, to: number, shift: number): DiffLine[] =>
    left.slice(from, to).map((text, n) => ({ kind: 'same', left: from + n, right: from + n + shift, text }));
  return [
    ...same(0, head, 0),
    ...between(left.slice(head, left.length - tail), right.slice(head, right.length - tail), head),
    ...same(left.length - tail, left.length, right.length - left.length),
  ];
};

/** The difference with long runs of equal lines folded away. */
export const folded = (lines: readonly DiffLine[]): DiffLine[] => {
  const near = new Set<number>();
  lines.forEach(({ kind }, index) => {
    if (kind === 'same') return;
    for (let n = index - CONTEXT; n <= index + CONTEXT; n += 1) near.add(n);
  });
  const shown: DiffLine[] = [];
  let skipped = 0;
  const fold = (): void => {
    if (skipped > 0) shown.push({ kind: 'skipped', count: skipped });
    skipped = 0;
  };
  lines.forEach((line, index) => {
    if (!near.has(index)) {
      skipped += 1;
      return;
    }
    fold();
    shown.push(line);
  });
  fold();
  return shown;
};

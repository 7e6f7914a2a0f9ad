import type { FindingView } from '#contract/wire/design.ts';

/** What lies between a text and the next, as one replacement, so that everything around it stays where it is; null where nothing does. */
export const changeBetween = (before: string, after: string): { from: number; to: number; insert: string } | null => {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
};

interface Ground {
  at: (line: number, column: number) => number;
  length: number;
  tongue: string;
}

/** Findings as an editor marks them: each from its place to the end of the word there. */
export const diagnosticsOf = (findings: readonly FindingView[], { at, length, tongue }: Ground) =>
  findings.map(({ line, column, severity, message, suggestion }) => {
    const language = tongue === 'en' ? 'en' : 'zh-CN';
    const from = at(line, column);
    const advice = suggestion === undefined ? '' : `\n${suggestion[language]}`;
    return { from, to: Math.min(from + 1, length), severity, message: `${message[language]}${advice}` };
  });

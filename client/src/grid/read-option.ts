import type { CellOption, OptionCode } from './column.ts';

/** Texts are compared without regard to width, case and spaces around them. */
export const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

const isSeparator = (letter: string): boolean => /[、,;|/+\s]/.test(letter);

const known = new WeakMap<CellOption, readonly string[]>();

/** The ways to write one option: its title, its code, or both as on paper forms: `1=…`, `1、…`, `1.…`, `1…`. */
const writings = (option: CellOption): readonly string[] => {
  const remembered = known.get(option);
  if (remembered !== undefined) return remembered;
  const code = plain(String(option.code));
  const title = plain(option.title);
  const both = ['=', ':', '、', '.', ' ', ''].map((between) => `${code}${between}${title}`);
  const all = [title, ...both, code].filter((text) => text !== '');
  known.set(option, all);
  return all;
};

/** The option that a text names, title before code; undefined where none does. */
export const readOption = (options: readonly CellOption[], source: string): CellOption | undefined => {
  const text = plain(source);
  return (
    options.find((option) => writings(option)[0] === text) ??
    options.find((option) => writings(option).at(-1) === text) ??
    options.find((option) => writings(option).includes(text))
  );
};

interface Match {
  readonly option: CellOption;
  readonly length: number;
}

/** The longest option that stands at this place and ends where a separator or the end stands. */
const matchAt = (options: readonly CellOption[], text: string, at: number): Match | undefined => {
  let best: Match | undefined;
  for (const option of options) {
    for (const writing of writings(option)) {
      const after = text[at + writing.length];
      const ends = after === undefined || isSeparator(after);
      if (ends && writing.length > (best?.length ?? 0) && text.startsWith(writing, at))
        best = { option, length: writing.length };
    }
  }
  return best;
};

/** Codes in the order of the options, each once. */
export const inOrder = (options: readonly CellOption[], codes: readonly unknown[]): OptionCode[] =>
  options.map((option) => option.code).filter((code) => codes.includes(code));

/**
 * The codes that a list names, by titles or codes, parted by 、，；/ + or spaces: `1、3`, `心理咨询师，教师`.
 * Undefined where any part names no option.
 */
export const readOptions = (options: readonly CellOption[], source: string): OptionCode[] | undefined => {
  const text = plain(source);
  const found: OptionCode[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSeparator(text[at] ?? '')) {
      at += 1;
      continue;
    }
    const match = matchAt(options, text, at);
    if (match === undefined) return undefined;
    found.push(match.option.code);
    at += match.length;
  }
  return inOrder(options, found);
};

const rank = (option: CellOption, text: string): number => {
  const code = plain(String(option.code));
  const title = plain(option.title);
  if (code === text || title === text) return 0;
  if (title.startsWith(text)) return 1;
  if (code.startsWith(text)) return 2;
  return title.includes(text) ? 3 : -1;
};

/** The options that a typed text may mean, the likeliest first; all of them for an empty text. */
export const filterOptions = (options: readonly CellOption[], source: string): CellOption[] => {
  const text = plain(source);
  if (text === '') return [...options];
  return options
    .map((option) => ({ option, rank: rank(option, text) }))
    .filter((found) => found.rank >= 0)
    .sort((one, other) => one.rank - other.rank)
    .map((found) => found.option);
};

import type { CellOption, GridColumn, OptionCode } from './column.ts';
import { optionsOf, readCell, type CellContext } from './read-cell.ts';
import { filterOptions, inOrder, readOptions } from './read-option.ts';
import { isEmpty } from './row.ts';
import { typedText } from './show-cell.ts';

/** `replace`: the first key overwrites the cell; `amend`: the cell's content is opened for change. */
export type DraftStart = 'replace' | 'amend';

/**
 * What is being typed into a cell and not yet kept. In a cell that picks from options the text searches them; `chosen`
 * are the ticked codes of a multiple choice; `highlighted` is the place among the matching options, -1 for none.
 */
export interface Draft {
  readonly start: DraftStart;
  readonly text: string;
  readonly typed: boolean;
  readonly chosen: readonly OptionCode[];
  readonly highlighted: number;
}

/** What Enter makes of a draft: a value to keep, or the draft goes on. */
type Settled = { readonly done: true; readonly value: unknown } | { readonly done: false; readonly draft: Draft };

/** The column that is being edited, its value before, and what reading needs. */
export interface DraftCell extends CellContext {
  readonly column: GridColumn;
  readonly value: unknown;
}

const optionsFor = (cell: DraftCell): readonly CellOption[] => optionsOf(cell.column, cell.labels);

const chosenIn = (cell: DraftCell): OptionCode[] =>
  inOrder(optionsFor(cell), Array.isArray(cell.value) ? cell.value : []);

export const matchesOf = (draft: Draft, cell: DraftCell): CellOption[] => filterOptions(optionsFor(cell), draft.text);

export const beginDraft = (cell: DraftCell, start: DraftStart): Draft => {
  const blank: Draft = { start, text: '', typed: false, chosen: [], highlighted: -1 };
  if (start === 'replace') return blank;
  const options = optionsFor(cell);
  if (options.length === 0) return { ...blank, text: typedText(cell.column, cell.value, cell.labels) };
  if (cell.column.kind === 'choices')
    return typeof cell.value === 'string'
      ? { ...blank, text: cell.value }
      : { ...blank, chosen: chosenIn(cell), highlighted: 0 };
  const place = options.findIndex((option) => option.code === cell.value);
  const unread = place === -1 && typeof cell.value === 'string' ? cell.value : '';
  return { ...blank, text: unread, highlighted: place };
};

/** Ticks off what stands before the last separator, so that `1、3` fills a list as it is typed. */
const absorb = (text: string, cell: DraftCell): { readonly chosen: readonly OptionCode[]; readonly rest: string } => {
  const parts = /^(.*[、，,；;])(.*)$/s.exec(text);
  const chosen = readOptions(optionsFor(cell), parts?.[1] ?? '');
  return parts === null || chosen === undefined || chosen.length === 0
    ? { chosen: [], rest: text }
    : { chosen, rest: parts[2] ?? '' };
};

/** The draft after its text has changed. */
export const typeInto = (draft: Draft, source: string, cell: DraftCell): Draft => {
  const options = optionsFor(cell);
  if (options.length === 0) return { ...draft, text: source, typed: true };
  const { chosen, rest } = cell.column.kind === 'choices' ? absorb(source, cell) : { chosen: [], rest: source };
  const found = rest.trim() !== '' && filterOptions(options, rest).length > 0;
  return {
    ...draft,
    text: rest,
    typed: true,
    chosen: inOrder(options, [...draft.chosen, ...chosen]),
    highlighted: found ? 0 : -1,
  };
};

/** Moves the highlight among the matching options, round its ends. */
export const highlightNext = (draft: Draft, by: 1 | -1, cell: DraftCell): Draft => {
  const count = matchesOf(draft, cell).length;
  if (count === 0) return draft;
  const from = draft.highlighted === -1 && by === -1 ? 0 : draft.highlighted;
  return { ...draft, highlighted: (from + by + count) % count };
};

/** Ticks or unticks one option of a multiple choice; the search starts anew. */
export const toggle = (draft: Draft, code: OptionCode, cell: DraftCell): Draft => {
  const options = optionsFor(cell);
  const chosen = draft.chosen.includes(code)
    ? draft.chosen.filter((other) => other !== code)
    : inOrder(options, [...draft.chosen, code]);
  const highlighted = options.findIndex((option) => option.code === code);
  return { ...draft, text: '', typed: true, chosen, highlighted };
};

const listValue = (codes: readonly OptionCode[]): unknown => (codes.length === 0 ? undefined : codes);

const unreadList = (draft: Draft, cell: DraftCell): string =>
  [typedText(cell.column, draft.chosen, cell.labels), draft.text]
    .filter((text) => text !== '')
    .join(cell.labels.listSeparator);

const settleSeveral = (draft: Draft, cell: DraftCell): Settled => {
  const options = optionsFor(cell);
  if (draft.text.trim() === '') return { done: true, value: listValue(draft.chosen) };
  const typed = readOptions(options, cell.column.normalize?.(draft.text) ?? draft.text);
  if (typed !== undefined) return { done: true, value: listValue(inOrder(options, [...draft.chosen, ...typed])) };
  const match = matchesOf(draft, cell)[draft.highlighted];
  if (match !== undefined)
    return {
      done: false,
      draft: toggle({ ...draft, chosen: draft.chosen.filter((code) => code !== match.code) }, match.code, cell),
    };
  return { done: true, value: unreadList(draft, cell) };
};

const settleOne = (draft: Draft, cell: DraftCell): unknown => {
  const match = matchesOf(draft, cell)[draft.highlighted];
  const reading = readCell(cell.column, draft.text, cell);
  if (draft.text.trim() !== '' && reading.readable) {
    // Moving the highlight by hand says more than what was typed to find the option
    return match !== undefined && draft.highlighted > 0 ? match.code : reading.value;
  }
  if (match !== undefined) return match.code;
  return draft.typed || !isEmpty(draft.text) ? reading.value : cell.value;
};

/** What the draft comes to on Enter. A text that only finds an option of a multiple choice ticks it, and typing goes on. */
export const settle = (draft: Draft, cell: DraftCell): Settled => {
  if (cell.column.kind === 'choices') return settleSeveral(draft, cell);
  if (optionsFor(cell).length > 0) return { done: true, value: settleOne(draft, cell) };
  return { done: true, value: readCell(cell.column, draft.text, cell).value };
};

/** What the draft comes to when the person goes elsewhere: always a value. */
export const finish = (draft: Draft, cell: DraftCell): unknown => {
  const settled = settle(draft, cell);
  return settled.done ? settled.value : listValue(settled.draft.chosen);
};

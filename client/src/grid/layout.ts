import type { CellKind, GridColumn } from './column.ts';
import { headerLevels, type HeaderCell } from './header.ts';
import type { CellAt } from './selection.ts';
import { linesOf, textWidth } from './text-size.ts';

/** A rectangle in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where everything stands, in pixels, counted from the top left corner of the scrolled content. */
export interface Layout {
  readonly numberWidth: number;
  readonly widths: readonly number[];
  readonly lefts: readonly number[];
  readonly width: number;
  readonly rowHeight: number;
  /** How many lines of text a cell shows. */
  readonly lines: number;
  readonly header: readonly (readonly HeaderCell[])[];
  readonly levelTops: readonly number[];
  readonly headHeight: number;
  readonly examples: number;
}

const kindWidths: Readonly<Record<CellKind, number>> = {
  text: 132,
  'long-text': 260,
  integer: 76,
  decimal: 110,
  boolean: 84,
  choice: 110,
  choices: 190,
  date: 136,
  month: 116,
  fixed: 132,
  file: 140,
};

const numberWidth = 52;
const lowRow = 36;
const highRow = 48;
const groupHeight = 32;
const lineHeight = 20;
const headPadding = 14;

/** The inner margin of a cell, left and right together. */
const cellPadding = 17;
/** A longer word is broken. */
const widestWord = 140;
/** Bold letters are wider by so much. */
const bold = 1.1;

/** A title whose longest Latin word does not fit would be cut in the middle of it. */
const wordWidth = ({ title }: GridColumn): number =>
  Math.max(
    0,
    ...(title.match(/[A-Za-z\u00c0-\u024f]+/g) ?? []).map((word) => Math.ceil(textWidth(word) * bold) + cellPadding),
  );

const naturalWidth = (column: GridColumn): number =>
  column.width ?? Math.max(kindWidths[column.kind], Math.min(widestWord, wordWidth(column)));

/** Spare room goes to columns of words first, in proportion to their width. */
const stretch = (columns: readonly GridColumn[], available: number): number[] => {
  const natural = columns.map(naturalWidth);
  const spare = available - natural.reduce((sum, width) => sum + width, 0);
  if (spare <= 0) return natural;
  const wordy = columns.map((column) => ['text', 'long-text', 'choices', 'file', 'fixed'].includes(column.kind));
  const grows = wordy.includes(true) ? wordy : columns.map(() => true);
  const base = natural.reduce((sum, width, index) => sum + (grows[index] === true ? width : 0), 0);
  return natural.map((width, index) => (grows[index] === true ? Math.floor(width + (spare * width) / base) : width));
};

/** Titles that need more lines are cut short. */
const mostTitleLines = 3;

const titleLines = (column: GridColumn, width: number): number => {
  const title = column.required === true ? `${column.title}*` : column.title;
  return Math.min(mostTitleLines, linesOf(title, width - cellPadding));
};

const levelHeights = (header: readonly (readonly HeaderCell[])[], widths: readonly number[]): number[] => {
  const heights = header.map(() => groupHeight);
  const last = heights.length - 1;
  for (const cell of header.flat()) {
    if (cell.column === undefined) continue;
    const wanted = titleLines(cell.column, widths[cell.from] ?? 0) * lineHeight + headPadding;
    const above = heights.slice(cell.level, last).reduce((sum, height) => sum + height, 0);
    heights[last] = Math.max(heights[last] ?? 0, wanted - above);
  }
  return heights;
};

const runningSums = (start: number, sizes: readonly number[]): number[] => {
  let at = start;
  return sizes.map((size) => {
    const here = at;
    at += size;
    return here;
  });
};

interface LayoutSource {
  readonly columns: readonly GridColumn[];
  /** The width to fill; narrower than the columns need, the grid scrolls sideways. */
  readonly available: number;
  readonly examples: number;
}

/** Measures the grid by rule, without asking the browser, so that a key press never waits for a layout. */
export const layoutOf = ({ columns, available, examples }: LayoutSource): Layout => {
  const widths = stretch(columns, available - numberWidth);
  const header = headerLevels(columns);
  const heights = levelHeights(header, widths);
  const tall = columns.some((column) => column.kind === 'long-text' || column.kind === 'choices');
  const rowHeight = tall ? highRow : lowRow;
  return {
    numberWidth,
    widths,
    lefts: runningSums(numberWidth, widths),
    width: widths.reduce((sum, width) => sum + width, numberWidth),
    rowHeight,
    lines: tall ? 2 : 1,
    header,
    levelTops: runningSums(0, heights),
    headHeight: heights.reduce((sum, height) => sum + height, 0),
    examples,
  };
};

export const bodyTop = (layout: Layout): number => layout.headHeight + layout.examples * layout.rowHeight;

export const cellBox = (layout: Layout, { row, column }: CellAt): Box => ({
  left: layout.lefts[column] ?? layout.numberWidth,
  top: bodyTop(layout) + row * layout.rowHeight,
  width: layout.widths[column] ?? 0,
  height: layout.rowHeight,
});

/** What the scrolling element shows now. */
interface Viewport {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const nearest = (start: number, size: number, from: number, room: number): number => {
  if (start < from) return start;
  return start + size > from + room ? Math.min(start, start + size - room) : from;
};

/** The nearest scroll position that shows the cell beside the header and the row numbers, which always cover an edge. */
export const scrollToShow = (
  box: Box,
  view: Viewport,
  layout: Layout,
): { readonly left: number; readonly top: number } => ({
  left: nearest(box.left - layout.numberWidth, box.width, view.left, view.width - layout.numberWidth),
  top: nearest(box.top - layout.headHeight, box.height, view.top, view.height - layout.headHeight),
});

/** Whether the cell shows only the beginning of the text. */
export const isCut = (text: string, width: number, layout: Layout): boolean =>
  linesOf(text, width - cellPadding) > layout.lines;

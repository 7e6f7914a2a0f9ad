import { addressOf, type Grid } from './grid.ts';
import { type Inquiry, say } from './questions.ts';
import { ATTACHMENT, NOTE, ORGANISATION, WORDS, WRITTEN_DATE } from './sheet-words.ts';
import type { Cell } from './workbook.ts';

/** A place outside the table that is to be filled in: `联系电话：`. */
export interface Line {
  at: string;
  label: string;
  /** What somebody filled in already. */
  value: string;
}

/** Everything of a sheet that stands outside its table. */
export interface Surroundings {
  title: string | null;
  attachment: string | null;
  lines: Line[];
  notes: string[];
}

const PAIR =
  /([^\s:：]{1,20}(?:[（(][^（()）]{0,20}[)）])?)\s*[:：]\s*([^:：]*?)(?=\s+[^\s:：]{1,20}(?:[（(][^（()）]{0,20}[)）])?\s*[:：]|$)/gu;
const ADVICE = /[（(](盖章|公章|签字|签名|签章|seal|signature)[)）]/gi;
const BLANK = /^[_＿\s]*$/;

/** The labels in one text, each with what stands behind it: `填表人：    联系电话：`. */
const pairsIn = (text: string): { label: string; value: string }[] =>
  [...text.replaceAll(/[_＿]{2,}/g, ' ').matchAll(PAIR)].map(([, label = '', value = '']) => ({
    label: label.replaceAll(ADVICE, ''),
    value: value.trim(),
  }));

const isKnownLabel = (text: string): boolean =>
  ORGANISATION.test(text) || WORDS.some(({ is }) => is?.test(text) === true);

/** Whether a cell asks for something by a colon, a known word, or a line for a date. */
export const isLabel = (text: string): boolean =>
  WRITTEN_DATE.test(text) || pairsIn(text).length > 0 || isKnownLabel(text.replaceAll(ADVICE, ''));

const neighbour = (grid: Grid, cell: Cell): Cell | undefined => grid.at(cell.row, cell.column + cell.across);

interface Walk {
  grid: Grid;
  inquiry: Inquiry;
  found: Surroundings;
  /** Cells that are values of labels before them. */
  values: Set<Cell>;
}

const addLine = ({ grid, found, values }: Walk, cell: Cell, label: string, value: string): void => {
  const beside = value === '' ? neighbour(grid, cell) : undefined;
  const isValue = beside !== undefined && !isLabel(beside.text);
  if (isValue) values.add(beside);
  found.lines.push({ at: addressOf(cell), label, value: isValue ? beside.text : value });
};

const takeLabels = (walk: Walk, cell: Cell): boolean => {
  if (WRITTEN_DATE.test(cell.text)) {
    walk.found.lines.push({ at: addressOf(cell), label: '日期', value: '' });
    return true;
  }
  const pairs = pairsIn(cell.text);
  for (const { label, value } of pairs) addLine(walk, cell, label, BLANK.test(value) ? '' : value);
  const bare = cell.text.replaceAll(ADVICE, '');
  if (pairs.length > 0 || !isKnownLabel(bare)) return pairs.length > 0;
  addLine(walk, cell, bare, '');
  return true;
};

const asked = ({ inquiry }: Walk, cell: Cell, first: 'field' | 'note' | 'nothing'): string => {
  const all = [
    { answer: 'field', words: say('是要填写的一项', 'Something to be filled in') },
    { answer: 'note', words: say('是填表说明', 'A note for those who fill it in') },
    { answer: 'nothing', words: say('不要', 'Leave it out') },
  ];
  const alternatives = [
    ...all.filter(({ answer }) => answer === first),
    ...all.filter(({ answer }) => answer !== first),
  ];
  const at = addressOf(cell);
  const text = cell.text.slice(0, 40);
  return inquiry.ask({ id: `line:${at}`, at, about: say(`“${text}”是什么？`, `What is "${text}"?`), alternatives });
};

/** A text that says by no word what it is. */
const takeOther = (walk: Walk, cell: Cell, hasTable: boolean): void => {
  const isShort = cell.text.length <= 20;
  const isLone = neighbour(walk.grid, cell) === undefined;
  const answer = asked(walk, cell, isShort && isLone && !hasTable ? 'field' : isShort ? 'nothing' : 'note');
  if (answer === 'field') addLine(walk, cell, cell.text, '');
  else if (answer === 'note') walk.found.notes.push(cell.text);
};

const takeCell = (walk: Walk, cell: Cell, place: { isAbove: boolean; hasTable: boolean }): void => {
  if (walk.values.has(cell)) return;
  const { found, grid } = walk;
  if (ATTACHMENT.test(cell.text) && found.attachment === null) found.attachment = cell.text;
  else if (NOTE.test(cell.text)) found.notes.push(cell.text);
  else if (takeLabels(walk, cell)) return;
  else if (place.isAbove && found.title === null && grid.row(cell.row).length === 1 && cell.text.length <= 100)
    found.title = cell.text.replaceAll(/\s*\n\s*/g, '');
  else takeOther(walk, cell, place.hasTable);
};

/** Reads the rows above and below the table; without a table, all of them. */
export const readSurroundings = (
  { grid, inquiry }: { grid: Grid; inquiry: Inquiry },
  rows: { above: readonly number[]; below: readonly number[]; hasTable: boolean },
): Surroundings => {
  const found: Surroundings = { title: null, attachment: null, lines: [], notes: [] };
  const walk: Walk = { grid, inquiry, found, values: new Set() };
  for (const row of rows.above)
    for (const cell of grid.row(row)) takeCell(walk, cell, { isAbove: true, hasTable: rows.hasTable });
  for (const row of rows.below)
    for (const cell of grid.row(row)) takeCell(walk, cell, { isAbove: false, hasTable: rows.hasTable });
  return found;
};

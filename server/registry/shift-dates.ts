import { type Node, type Pair, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { type Shift, shiftDay, shiftPeriodKey } from '../engine/shift-day.ts';
import { parse } from './parse.ts';
import { type Path, placesIn } from './place.ts';
import { type DefinitionSource, plainText } from './source.ts';

/**
 * Moves the dates in a definition's text and leaves everything else as it was written, letter by letter: comments, order,
 * quotes. Days and local times move wherever they stand, in expressions and sentences too; keys of periods where they stand
 * alone or in quotes; dates of Chinese sentences (`2024年3月31日`, `2024年3月`) as well. A year alone may be anything, the
 * number of a notice for one: it is told and left to a person.
 */

/** A date of the text. `after` is the same as `before` where it is left to a person. */
export interface ShiftedDate {
  path: Path;
  line: number;
  before: string;
  after: string;
}

interface Edit extends Omit<ShiftedDate, 'line'> {
  offset: number;
}

const DAY = /(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/g;
const CHINESE_DATE = /(?<!\d)(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?/g;
const QUOTED_PERIOD = /(?<=(["']))\d{4}-(?:\d{2}|W\d{2}|Q[1-4]|H[12])(?=\1)/g;
const WHOLE_PERIOD = /^["']?(\d{4}-(?:\d{2}|W\d{2}|Q[1-4]|H[12]))["']?$/;
const YEAR = /(?<!\d)(?:19|20)\d{2}(?=年(?!\d{1,2}月)|[〕\]）)])/g;

const padded = (number: string | number): string => String(number).padStart(2, '0');

const chinese = ([, year = '', month = '', date]: RegExpExecArray, shift: Shift): string => {
  const moved = shiftDay(`${year}-${padded(month)}-${padded(date ?? 15)}`, shift);
  if (moved === '') return '';
  const [y = '', m = '', d = ''] = moved.split('-').map(Number).map(String);
  return `${y}年${m}月${date === undefined ? '' : `${d}日`}`;
};

type Rule = [RegExp, (found: RegExpExecArray, shift: Shift) => string];

const RULES: readonly Rule[] = [
  [DAY, ([day], shift) => shiftDay(day, shift)],
  [QUOTED_PERIOD, ([key], shift) => shiftPeriodKey(key, shift)],
  [CHINESE_DATE, chinese],
  [YEAR, ([year]) => year],
];

/** Every date in a piece of the text that begins at `offset`. */
const editsIn = (raw: string, { offset, path, shift }: { offset: number; path: Path; shift: Shift }): Edit[] => {
  const key = WHOLE_PERIOD.exec(raw)?.[1];
  const moved = key === undefined ? '' : shiftPeriodKey(key, shift);
  if (key !== undefined && moved !== '')
    return [{ path, offset: offset + raw.indexOf(key), before: key, after: moved }];
  return RULES.flatMap(([pattern, move]) =>
    [...raw.matchAll(pattern)].flatMap((found): Edit[] => {
      const after = move(found, shift);
      return after === '' ? [] : [{ path, offset: offset + found.index, before: found[0], after }];
    }),
  );
};

interface Walk {
  text: string;
  shift: Shift;
  edits: Edit[];
}

const walkScalar = ({ text, shift, edits }: Walk, node: Node, path: Path): void => {
  const [from, to] = node.range ?? [0, 0];
  edits.push(...editsIn(text.slice(from, to), { offset: from, path, shift }));
};

const walkNode = (walk: Walk, node: Node | null, path: Path): void => {
  if (isScalar(node)) walkScalar(walk, node, path);
  else if (isSeq(node))
    (node.items as Node[]).forEach((item, index) => {
      walkNode(walk, item, [...path, index]);
    });
  else if (isMap(node))
    for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
      const name = isScalar(key) ? String(key.source ?? key.value) : '';
      walkScalar(walk, key, [...path, name]);
      walkNode(walk, value, [...path, name]);
    }
};

/** A text that cannot be read is searched as one piece: comments cannot be told from the rest then. */
const editsOf = (source: DefinitionSource, text: string, shift: Shift): Edit[] => {
  if (parse(source).value === undefined) return editsIn(text, { offset: 0, path: [], shift });
  const walk: Walk = { text, shift, edits: [] };
  const document = parseDocument(text, { version: '1.2', schema: 'core', logLevel: 'silent' });
  walkNode(walk, document.contents, []);
  return walk.edits;
};

/** The text with its dates moved, and every date that there is, in the order of the text. */
export const shiftDates = (source: DefinitionSource, shift: Shift): { text: string; dates: ShiftedDate[] } => {
  const text = plainText(source.text);
  const places = placesIn(text);
  const edits = editsOf(source, text, shift).sort((a, b) => a.offset - b.offset);
  const dates = edits.map(({ offset, ...date }) => ({ ...date, line: places.at(offset).line }));
  const moved = edits.reduceRight(
    (now, { offset, before, after }) => now.slice(0, offset) + after + now.slice(offset + before.length),
    text,
  );
  return { text: moved, dates };
};

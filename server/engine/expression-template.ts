import type { LocalText } from '../contract/text.ts';
import { textIn } from '../contract/text.ts';
import { localTime } from './calendar.ts';
import type { FormModel, Place } from './environment.ts';
import { compileIn } from './environment-evaluate.ts';
import { lastDayOf } from './environment-values.ts';
import type { ValueType } from './expression-type.ts';
import type { Values } from './expression-value.ts';

/** Texts of definitions with expressions in braces: `请于{deadline.report.due}前报送`. */

interface Piece {
  text: string;
  /** Set where the piece is an expression: where its text begins in the whole. */
  expressionAt?: number;
}

/** The text cut into plain pieces and expressions. */
const piecesOf = (text: string): Piece[] => {
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of text.matchAll(/\{([^{}]*)\}/g)) {
    if (found.index > end) pieces.push({ text: text.slice(end, found.index) });
    pieces.push({ text: found[1] ?? '', expressionAt: found.index + 1 });
    end = found.index + found[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
};

export interface Reader {
  locale: string;
  zone: string;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const dayText = (day: string, locale: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return day;
  return locale.startsWith('zh') ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1] ?? ''} ${year}`;
};

/** An instant that ends a day is read as that day. */
const instantText = (at: number, { locale, zone }: Reader): string => {
  const local = localTime(at, zone);
  if (local.endsWith('T00:00')) return dayText(lastDayOf(at, zone), locale);
  return `${dayText(local.slice(0, 10), locale)} ${local.slice(11, 16)}`;
};

/** A value of a type as people read it. */
export const valueText = (type: ValueType, value: unknown, reader: Reader): string => {
  const zh = reader.locale.startsWith('zh');
  switch (type.is) {
    case 'date':
      return dayText(String(value), reader.locale);
    case 'instant':
      return instantText(Number(value), reader);
    case 'bool':
      return value === true ? (zh ? '是' : 'yes') : zh ? '否' : 'no';
    case 'list':
      return (value as unknown[]).map((one) => valueText(type.of, one, reader)).join(zh ? '、' : ', ');
    case 'object':
    case 'map':
    case 'nothing':
      return '';
    case 'text':
    case 'int':
    case 'decimal':
      return String(value);
  }
};

/** Stands where an expression has no value for the data at hand. */
const NO_VALUE = '—';

export interface Told {
  place: Place;
  values: Values;
  locale: string;
}

/** A text of the definition with its expressions filled in, in the reader's language. */
export const tell = (model: FormModel, text: LocalText, { place, values, locale }: Told): string => {
  const reader = { locale, zone: model.programme.zone };
  return piecesOf(textIn(text, locale))
    .map((piece) => {
      if (piece.expressionAt === undefined) return piece.text;
      const compiled = compileIn(model, { place, text: piece.text });
      const result = compiled.ok ? compiled.evaluate(values) : compiled;
      return compiled.ok && result.ok ? valueText(compiled.type, result.value, reader) : NO_VALUE;
    })
    .join('');
};

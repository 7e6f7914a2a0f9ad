import { addDays, addMonths, dayFrom, daysBetween, isDay, monthOf, yearOf } from './calendar.ts';
import type { Day } from './case.ts';
import { type Every, nextUnit, unitKey, unitStart } from './period-unit.ts';

/** How far dates are moved: whole months and whole days, back where they are negative. */
export interface Shift {
  months: number;
  days: number;
}

const WRITTEN = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/;

/** Reads `P1Y`, `P1Y2M10D`, `-P7D`; null where the text is none of these or says nothing. */
export const readShift = (text: string): Shift | null => {
  const [, sign, years = '0', months = '0', days = '0'] = WRITTEN.exec(text) ?? [];
  if (sign === undefined) return null;
  const turn = sign === '-' ? -1 : 1;
  const shift = { months: turn * (Number(years) * 12 + Number(months)), days: turn * Number(days) };
  return shift.months === 0 && shift.days === 0 ? null : shift;
};

const lastOfMonth = (day: Day): Day => addDays(dayFrom(yearOf(day), monthOf(day) + 1, 1), -1);

/**
 * The day so much later. Moved by months alone, the last day of a month stays the last day of a month. Empty text where
 * the day is none, or leaves the years that can be written.
 */
export const shiftDay = (day: Day, { months, days }: Shift): Day => {
  if (!isDay(day)) return '';
  const moved = addMonths(day, months);
  if (days === 0 && day === lastOfMonth(day)) return isDay(moved) ? lastOfMonth(moved) : '';
  return addDays(moved, days);
};

const WEEK = /^(\d{4})-W(\d{2})$/;
const PARTS: readonly [RegExp, Every, (part: number) => number][] = [
  [/^(\d{4})-(\d{2})$/, 'month', (part) => part],
  [/^(\d{4})-Q([1-4])$/, 'quarter', (part) => part * 3],
  [/^(\d{4})-H([12])$/, 'half_year', (part) => part * 6],
];

/** A unit of time and a day in it, by the key that periods have. */
const unitOf = (key: string): { every: Every; day: Day } | null => {
  const week = WEEK.exec(key);
  if (week !== null) {
    const monday = unitStart('week', dayFrom(Number(week[1]), 1, 4));
    return { every: 'week', day: addDays(monday, (Number(week[2]) - 1) * 7) };
  }
  for (const [pattern, every, month] of PARTS) {
    const [, year, part] = pattern.exec(key) ?? [];
    if (year !== undefined) return { every, day: dayFrom(Number(year), month(Number(part)), 1) };
  }
  return null;
};

/**
 * The key of a recurring period (`2024-04`, `2024-W14`, `2024-Q2`, `2024-H1`) so much later: that of the unit in which the
 * middle of the old one comes to lie. Empty text where the key is none of these.
 */
export const shiftPeriodKey = (key: string, shift: Shift): string => {
  const unit = unitOf(key);
  if (unit === null || unitKey(unit.every, unitStart(unit.every, unit.day)) !== key) return '';
  const start = unitStart(unit.every, unit.day);
  const middle = addDays(start, Math.floor(daysBetween(start, nextUnit(unit.every, start)) / 2));
  const moved = shiftDay(middle, shift);
  return moved === '' ? '' : unitKey(unit.every, unitStart(unit.every, moved));
};

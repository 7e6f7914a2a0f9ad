import { addDays, addMonths, dayFrom, dayNumber, monthOf, weekday, yearOf } from './calendar.ts';
import type { Day } from './case.ts';

/** The units by which windows recur: where they begin, what they are called. Weeks are those of ISO 8601 (Monday first). */
export type Every = 'day' | 'week' | 'month' | 'quarter' | 'half_year' | 'year';

const MONTHS: Record<Every, number> = { day: 0, week: 0, month: 1, quarter: 3, half_year: 6, year: 12 };

/** The first day of the unit in which a day lies. */
export const unitStart = (every: Every, day: Day): Day => {
  if (every === 'day') return day;
  if (every === 'week') return addDays(day, 1 - weekday(day));
  const months = MONTHS[every];
  return dayFrom(yearOf(day), Math.floor((monthOf(day) - 1) / months) * months + 1, 1);
};

/** The first day of the unit after the one that begins on `start`. */
export const nextUnit = (every: Every, start: Day): Day => {
  if (every === 'day') return addDays(start, 1);
  return every === 'week' ? addDays(start, 7) : addMonths(start, MONTHS[every]);
};

/** A week belongs to the year of its Thursday. */
const weekOf = (monday: Day): { year: number; week: number } => {
  const thursday = addDays(monday, 3);
  const year = yearOf(thursday);
  return { year, week: Math.floor((dayNumber(thursday) - dayNumber(dayFrom(year, 1, 1))) / 7) + 1 };
};

const two = (number: number): string => String(number).padStart(2, '0');
const partOf = (start: Day, months: number): number => Math.floor((monthOf(start) - 1) / months) + 1;

/** The permanent key of a unit: `2024-04-05`, `2024-W14`, `2024-04`, `2024-Q2`, `2024-H1`, `2024`. */
export const unitKey = (every: Every, start: Day): string => {
  const year = start.slice(0, 4);
  switch (every) {
    case 'day':
      return start;
    case 'week':
      return `${weekOf(start).year}-W${two(weekOf(start).week)}`;
    case 'month':
      return `${year}-${start.slice(5, 7)}`;
    case 'quarter':
      return `${year}-Q${partOf(start, 3)}`;
    case 'half_year':
      return `${year}-H${partOf(start, 6)}`;
    case 'year':
      return year;
  }
};

const MONTH_NAMES = [
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

/** What people read: `2024年4月` and `April 2024`. */
export const unitTitle = (every: Every, start: Day): { 'zh-CN': string; en: string } => {
  const year = yearOf(start);
  const month = monthOf(start);
  const name = MONTH_NAMES[month - 1] ?? '';
  switch (every) {
    case 'day': {
      const date = Number(start.slice(8));
      return { 'zh-CN': `${year}年${month}月${date}日`, en: `${date} ${name} ${year}` };
    }
    case 'week': {
      const of = weekOf(start);
      return { 'zh-CN': `${of.year}年第${of.week}周`, en: `Week ${of.week}, ${of.year}` };
    }
    case 'month':
      return { 'zh-CN': `${year}年${month}月`, en: `${name} ${year}` };
    case 'quarter':
      return { 'zh-CN': `${year}年第${partOf(start, 3)}季度`, en: `Quarter ${partOf(start, 3)}, ${year}` };
    case 'half_year':
      return month < 7
        ? { 'zh-CN': `${year}年上半年`, en: `First half of ${year}` }
        : { 'zh-CN': `${year}年下半年`, en: `Second half of ${year}` };
    case 'year':
      return { 'zh-CN': `${year}年`, en: String(year) };
  }
};

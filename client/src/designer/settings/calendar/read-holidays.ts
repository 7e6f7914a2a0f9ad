import { isDay, daysBetween, type YearDays } from './year-days.ts';

/** Reads a list of holidays as offices publish it, or as it comes out of a spreadsheet. */

export interface ReadHolidays {
  /** By year. */
  years: ReadonlyMap<string, YearDays>;
  /** Lines in which no date was found, or one that does not exist. */
  unread: string[];
}

const DATE = /(?:(\d{4})\s*[-/.年]\s*)?(?:(\d{1,2})\s*[-/.月]\s*)?(\d{1,2})\s*(?:[日号]|(?![\d:天个]))/g;
const NUMBERING = /^\s*(?:[一二三四五六七八九十]+[、.．]|[（(]?\d{1,2}[)）、])\s*/;
const NOTES = /[（(][^）)]*[）)]/g;
const WORKED = /上班|补班|工作日|work/i;
const RANGE = /^\s*(?:至|到|[-–—~～]|to)\s*$/i;
const NOT_A_NAME = /放假|调休|上班|补班|共\s*\d*\s*天?|与周末连休|[:：,，、。;；\t]|\s*(?:至|到|to|[-–—~～])\s*/gi;

interface Found {
  day: string;
  from: number;
  to: number;
}

const two = (text: string): string => text.padStart(2, '0');

/** The dates of a clause; a day without month or year is of the one before it. */
const datesIn = (clause: string, before: { year: string; month: string }): Found[] => {
  let { year, month } = before;
  return [...clause.matchAll(DATE)].flatMap((match): Found[] => {
    const [whole, y, m, d = ''] = match;
    // A number alone is no date before a month was named.
    if (m === undefined && month === '') return [];
    if (m === undefined && !/[日号]/.test(whole)) return [];
    year = y ?? year;
    month = m ?? month;
    return [{ day: `${year}-${two(month)}-${two(d)}`, from: match.index, to: match.index + whole.length }];
  });
};

/** Neighbouring dates with a word between them that makes them a range. */
const rangesIn = (clause: string, dates: readonly Found[]): [string, string][] => {
  const ranges: [string, string][] = [];
  for (let n = 0; n < dates.length; n += 1) {
    const [one, next] = [dates[n], dates[n + 1]];
    if (one === undefined) continue;
    if (next !== undefined && RANGE.test(clause.slice(one.to, next.from))) {
      ranges.push([one.day, next.day]);
      n += 1;
    } else ranges.push([one.day, one.day]);
  }
  return ranges;
};

const nameIn = (clause: string, dates: readonly Found[]): string => {
  let rest = clause;
  for (const { from, to } of [...dates].reverse()) rest = `${rest.slice(0, from)} ${rest.slice(to)}`;
  return rest.replaceAll(NOT_A_NAME, ' ').replaceAll(/\s+/g, ' ').trim();
};

interface Clause {
  days: string[];
  isWorked: boolean;
  name: string;
}

const readLine = (line: string, year: string): Clause[] | null => {
  const plain = line.replace(NUMBERING, '').replaceAll(NOTES, ' ');
  const clauses: Clause[] = [];
  let month = '';
  let name = '';
  for (const clause of plain.split(/[。；;]/)) {
    const dates = datesIn(clause, { year, month });
    if (dates.length === 0) continue;
    if (dates.some(({ day }) => !isDay(day))) return null;
    month = String(Number(dates.at(-1)?.day.slice(5, 7)));
    const isWorked = WORKED.test(clause) && !clause.includes('放假');
    name = nameIn(clause, dates) || name;
    const days = rangesIn(clause, dates).flatMap(([from, to]) => daysBetween(from, to));
    if (days.length === 0) return null;
    clauses.push({ days, isWorked, name });
  }
  return clauses.length === 0 ? null : clauses;
};

/** `year` is meant where a line names none. */
export const readHolidays = (text: string, year: string): ReadHolidays => {
  const years = new Map<string, { holidays: Map<string, unknown>; workdays: Set<string> }>();
  const unread: string[] = [];
  const of = (day: string) => {
    const key = day.slice(0, 4);
    const found = years.get(key) ?? { holidays: new Map<string, unknown>(), workdays: new Set<string>() };
    years.set(key, found);
    return found;
  };
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const clauses = readLine(line, year);
    if (clauses === null) unread.push(line.trim());
    for (const { days, isWorked, name } of clauses ?? [])
      for (const day of days) {
        if (isWorked) of(day).workdays.add(day);
        else of(day).holidays.set(day, name === '' ? null : name);
      }
  }
  return { years, unread };
};

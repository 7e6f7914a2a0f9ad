import { isRecord } from '../../yaml/read-yaml.ts';

/** The days of one year of a calendar: free ones with their names, and days at a weekend on which people work. */
export interface YearDays {
  /** Names by day; an unnamed one is null. */
  holidays: ReadonlyMap<string, unknown>;
  workdays: ReadonlySet<string>;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LONGEST_RANGE = 366;

export const addDays = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

/** 1 is Monday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

export const isDay = (text: unknown): text is string =>
  typeof text === 'string' && DAY.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;

/** All days from one to another, both counted; none where they are the wrong way round. */
export const daysBetween = (from: string, to: string): string[] => {
  const days: string[] = [];
  for (let day = from; day <= to && days.length < LONGEST_RANGE; day = addDays(day, 1)) days.push(day);
  return days;
};

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

const namedDays = (entry: unknown): [string, unknown][] => {
  if (!isRecord(entry)) return [];
  const { date, from, to, name = null } = entry;
  const days = isDay(date) ? [date] : isDay(from) && isDay(to) ? daysBetween(from, to) : [];
  return days.map((day) => [day, name]);
};

export const yearDays = (year: unknown): YearDays => {
  const { holidays, workdays } = isRecord(year) ? year : {};
  return {
    holidays: new Map(listOf(holidays).flatMap(namedDays)),
    workdays: new Set(listOf(workdays).filter(isDay)),
  };
};

type Entry = { date: string; name?: unknown } | { from: string; to: string; name?: unknown };

const entryOf = (days: readonly string[], name: unknown): Entry => {
  const [from = '', to = from] = [days[0], days.at(-1)];
  const named = name === null ? {} : { name };
  return from === to ? { date: from, ...named } : { from, to, ...named };
};

/** The days as a calendar writes them: days in a row with one name are one line. */
export const writtenYear = ({ holidays, workdays }: YearDays): { holidays: Entry[]; workdays?: string[] } => {
  const runs: { days: string[]; name: unknown }[] = [];
  for (const [day, name] of [...holidays].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const last = runs.at(-1);
    const goesOn = last !== undefined && addDays(last.days.at(-1) ?? '', 1) === day;
    if (goesOn && JSON.stringify(last.name) === JSON.stringify(name)) last.days.push(day);
    else runs.push({ days: [day], name });
  }
  const worked = [...workdays].sort();
  return {
    holidays: runs.map(({ days, name }) => entryOf(days, name)),
    ...(worked.length === 0 ? {} : { workdays: worked }),
  };
};

export type DaySort = 'workday' | 'weekend' | 'holiday' | 'make-up';

export const sortOf = ({ holidays, workdays }: YearDays, weekend: readonly number[], day: string): DaySort => {
  if (workdays.has(day)) return 'make-up';
  if (holidays.has(day)) return 'holiday';
  return weekend.includes(weekdayOf(day)) ? 'weekend' : 'workday';
};

/** What a click makes of a day: a working day becomes a holiday, a free one a day of work, and back. */
export const toggled = (days: YearDays, weekend: readonly number[], day: string): YearDays => {
  const holidays = new Map(days.holidays);
  const workdays = new Set(days.workdays);
  const isWeekend = weekend.includes(weekdayOf(day));
  if (workdays.delete(day)) return { holidays, workdays };
  const wasFree = holidays.delete(day);
  if (isWeekend) workdays.add(day);
  else if (!wasFree) {
    const [before, after] = [holidays.get(addDays(day, -1)), holidays.get(addDays(day, 1))];
    holidays.set(day, before ?? after ?? null);
  }
  return { holidays, workdays };
};

/** Days with other days laid over them: what is free there is free, what is worked there is worked. */
export const withDays = (days: YearDays, given: YearDays): YearDays => ({
  holidays: new Map([...[...days.holidays].filter(([day]) => !given.workdays.has(day)), ...given.holidays]),
  workdays: new Set([...[...days.workdays].filter((day) => !given.holidays.has(day)), ...given.workdays]),
});

/** Gives all days of a holiday another name. */
export const renamed = (days: YearDays, of: readonly string[], name: unknown): YearDays => ({
  ...days,
  holidays: new Map([...days.holidays].map(([day, old]) => [day, of.includes(day) ? name : old])),
});

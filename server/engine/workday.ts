import type { Calendar } from '../contract/definition/calendar.ts';
import { addDays, addMonths, dayAt, dayNumber, endOfDay, sameTimeOn, startOfDay, weekday, yearOf } from './calendar.ts';
import type { Day, Instant } from './case.ts';
import { clockMilliseconds, isClockLength, readDuration, type Length } from './duration.ts';

/**
 * Working days and lengths of time. Without a calendar, and in a year that the calendar does not list, Saturday and Sunday
 * are free and there are no holidays: `unknownYears` tells where that guess is made, so that lint can refuse it.
 */

/** What counting days takes: the zone of the programme and its calendar. */
export interface TimeFrame {
  zone: string;
  calendar: Calendar | null;
}

interface FreeDays {
  holidays: Set<Day>;
  workdays: Set<Day>;
}

const read = new WeakMap<Calendar, FreeDays>();
const WEEKEND = [6, 7];
/** No holiday is longer than this; a calendar whose every day is free must not hold a search for ever. */
const LONGEST_SEARCH = 366;

const daysOf = (holiday: Calendar['years'][string]['holidays'][number]): Day[] => {
  if ('date' in holiday) return [holiday.date];
  const length = dayNumber(holiday.to) - dayNumber(holiday.from) + 1;
  return Array.from({ length: Math.min(Math.max(length, 0), LONGEST_SEARCH) }, (_, n) => addDays(holiday.from, n));
};

const freeDays = (calendar: Calendar): FreeDays => {
  const known = read.get(calendar);
  if (known !== undefined) return known;
  const years = Object.values(calendar.years);
  const days = {
    holidays: new Set(years.flatMap((year) => year.holidays.flatMap(daysOf))),
    workdays: new Set(years.flatMap((year) => year.workdays ?? [])),
  };
  read.set(calendar, days);
  return days;
};

export const isWorkday = (day: Day, calendar: Calendar | null): boolean => {
  const isWeekend = (calendar?.weekend ?? WEEKEND).includes(weekday(day));
  if (calendar === null) return !isWeekend;
  const { holidays, workdays } = freeDays(calendar);
  return workdays.has(day) || (!isWeekend && !holidays.has(day));
};

const searchWorkday = (day: Day, calendar: Calendar | null, direction: 1 | -1): Day => {
  for (let n = 0; n < LONGEST_SEARCH; n += 1) {
    const candidate = addDays(day, n * direction);
    if (isWorkday(candidate, calendar)) return candidate;
  }
  return day;
};

/** The day itself where it is a working day, else the next one. */
export const nextWorkday = (day: Day, calendar: Calendar | null): Day => searchWorkday(day, calendar, 1);

/** The day itself where it is a working day, else the one before. */
export const previousWorkday = (day: Day, calendar: Calendar | null): Day => searchWorkday(day, calendar, -1);

/** So many working days on (or back); the day one counts from is not counted itself. */
export const addWorkdays = (day: Day, count: number, calendar: Calendar | null): Day => {
  const direction = count < 0 ? -1 : 1;
  let current = day;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    current = searchWorkday(addDays(current, direction), calendar, direction);
  }
  return current;
};

/** Working days from `a` to `b`, both counted; 0 where `b` is before `a`. Counted by weeks, so that a span of centuries costs nothing. */
export const workdaysBetween = (a: Day, b: Day, calendar: Calendar | null): number => {
  const length = dayNumber(b) - dayNumber(a) + 1;
  if (!(length > 0)) return 0;
  const weekend = calendar?.weekend ?? WEEKEND;
  const isWeekday = (day: Day): boolean => !weekend.includes(weekday(day));
  const rest = Array.from({ length: length % 7 }, (_, n) => addDays(a, n));
  const weekdays = Math.floor(length / 7) * (7 - new Set(weekend).size) + rest.filter(isWeekday).length;
  if (calendar === null) return weekdays;
  const { holidays, workdays } = freeDays(calendar);
  const isInside = (day: Day): boolean => day >= a && day <= b;
  const lost = [...holidays].filter((day) => isInside(day) && isWeekday(day) && !workdays.has(day));
  const won = [...workdays].filter((day) => isInside(day) && !isWeekday(day));
  return weekdays - lost.length + won.length;
};

/** The years of a span of days for which the calendar lists nothing; without a calendar all of them. */
export const unknownYears = (from: Day, to: Day, calendar: Calendar | null): number[] => {
  const count = Math.max(0, yearOf(to) - yearOf(from) + 1);
  const years = Array.from({ length: count }, (_, n) => yearOf(from) + n);
  return years.filter((year) => calendar?.years[String(year)] === undefined);
};

/** A day so much later (or, with `direction` -1, earlier). Hours and minutes do not move a day. */
export const addToDay = (day: Day, length: Length, calendar: Calendar | null, direction: 1 | -1 = 1): Day => {
  const amount = length.amount * direction;
  switch (length.unit) {
    case 'D':
      return addDays(day, amount);
    case 'W':
      return addDays(day, amount * 7);
    case 'M':
      return addMonths(day, amount);
    case 'WD':
      return addWorkdays(day, amount, calendar);
    case 'H':
    case 'MIN':
      return day;
  }
};

/**
 * A due instant moved by a duration. One that ends a day moves by whole days and ends a day again: three days after the
 * end of the 31st is the end of the 3rd. Another keeps its time of day. Hours and minutes are counted on the clock.
 */
export const moveDue = (due: Instant, duration: string, frame: TimeFrame, direction: 1 | -1 = 1): Instant => {
  const length = readDuration(duration);
  if (length === null) return due;
  if (isClockLength(length)) return due + direction * clockMilliseconds(length);
  const day = dayAt(due, frame.zone);
  if (startOfDay(day, frame.zone) === due) {
    return endOfDay(addToDay(addDays(day, -1), length, frame.calendar, direction), frame.zone);
  }
  return sameTimeOn(addToDay(day, length, frame.calendar, direction), due, frame.zone);
};

/** When a length of time that begins now is over: days at the end of the last one, hours and minutes on the clock. */
export const endOfLength = (from: Instant, duration: string, frame: TimeFrame): Instant => {
  const length = readDuration(duration);
  if (length === null) return from;
  if (isClockLength(length)) return from + clockMilliseconds(length);
  return endOfDay(addToDay(dayAt(from, frame.zone), length, frame.calendar), frame.zone);
};

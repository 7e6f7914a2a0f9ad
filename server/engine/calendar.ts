import { Temporal } from 'temporal-polyfill';
import type { Day, Instant } from './case.ts';

/**
 * Days and instants. A day is text (`2024-03-31`) of the proleptic Gregorian calendar; arithmetic on days needs no zone
 * and is done on day numbers. Only the way between a day and an instant needs a zone, and that is the polyfill's work.
 * Every function is total: what is not a day gives NaN or an empty text, never an exception.
 */

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(100, 0, 1) / DAY_MS;
const LAST = Date.UTC(9999, 11, 31) / DAY_MS;
const DAY_TEXT = /^\d{4}-\d{2}-\d{2}$/;

/** What was worked out is kept, because the same few days come up over and over; at so many it is forgotten again. */
const MOST_KEPT = 20_000;

const remembering = <Key, Value>(workOut: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= MOST_KEPT) known.clear();
    const value = workOut(key);
    known.set(key, value);
    return value;
  };
};

/** The day of a day number; empty text outside the years 100 to 9999. */
const dayOfNumber = remembering((number: number): Day =>
  number >= FIRST && number <= LAST ? new Date(number * DAY_MS).toISOString().slice(0, 10) : '',
);

/** Days since 1970-01-01; NaN for what is not a day of the calendar (`2023-02-29`). */
export const dayNumber = (day: Day): number => (DAY_TEXT.test(day) ? numberOfDay(day) : NaN);

const numberOfDay = remembering((day: Day): number => {
  const [year, month, date] = day.split('-');
  const number = Date.UTC(Number(year), Number(month) - 1, Number(date)) / DAY_MS;
  return dayOfNumber(number) === day ? number : NaN;
});

export const isDay = (text: unknown): text is Day => typeof text === 'string' && !Number.isNaN(dayNumber(text));

export const addDays = (day: Day, days: number): Day => dayOfNumber(dayNumber(day) + days);

/** Whole days from `a` to `b`; negative where `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => dayNumber(b) - dayNumber(a);

/** 1 (Monday) to 7 (Sunday). */
export const weekday = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));

/** The day of a year, month (any whole number: 13 is January of the next year) and date. */
export const dayFrom = (year: number, month: number, date: number): Day =>
  dayOfNumber(Date.UTC(year, month - 1, date) / DAY_MS);

/** The same date so many months on; where that month is shorter, its last day (31 January and one month is 29 February). */
export const addMonths = (day: Day, months: number): Day => {
  const first = dayFrom(yearOf(day), monthOf(day) + months, 1);
  const last = addDays(dayFrom(yearOf(day), monthOf(day) + months + 1, 1), -1);
  const same = addDays(first, Number(day.slice(8, 10)) - 1);
  return same < last ? same : last;
};

const zones = new Map<string, Map<Day, Instant>>();
const CACHED_DAYS = 5_000;

/** Whether the zone is one that this machine knows (`Asia/Shanghai`). */
export const isZone = (zone: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
};

/** The first instant of a day in a zone: midnight, or the hour at which a day begins whose midnight the clocks jump over. */
export const startOfDay = (day: Day, zone: string): Instant => {
  const known = zones.get(zone) ?? new Map<Day, Instant>();
  const found = known.get(day);
  if (found !== undefined) return found;
  const instant =
    isDay(day) && isZone(zone) ? Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds : NaN;
  if (known.size >= CACHED_DAYS) known.clear();
  zones.set(zone, known.set(day, instant));
  return instant;
};

/** Where a day ends: the first instant that is no longer in it. */
export const endOfDay = (day: Day, zone: string): Instant => startOfDay(addDays(day, 1), zone);

/** The day in a zone to which an instant belongs. */
export const dayAt = (instant: Instant, zone: string): Day => {
  const guess = dayOfNumber(Math.floor(instant / DAY_MS));
  if (instant < startOfDay(guess, zone)) return addDays(guess, -1);
  return instant < endOfDay(guess, zone) ? guess : addDays(guess, 1);
};

/** The instant of a time of day (`17:30`) in a zone; a time that the clocks jump over is moved on by the jump. */
export const instantAt = (day: Day, time: string, zone: string): Instant =>
  isDay(day) && isZone(zone) && /^\d{2}:\d{2}(:\d{2})?$/.test(time)
    ? Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds
    : NaN;

/** The same time of day, to the millisecond, on another day. */
export const sameTimeOn = (day: Day, instant: Instant, zone: string): Instant =>
  isDay(day) && isZone(zone) && Number.isFinite(instant)
    ? Temporal.PlainDate.from(day).toZonedDateTime({
        timeZone: zone,
        plainTime: Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainTime(),
      }).epochMilliseconds
    : NaN;

/** A local time with or without a time of day, `2024-05-24T09:00` or `2024-05-24` (its beginning). */
export const instantOfLocal = (local: string, zone: string): Instant => {
  const [day = '', time] = local.split('T');
  return time === undefined ? startOfDay(day, zone) : instantAt(day, time, zone);
};

/** The local time of an instant to the minute, `2024-05-24T09:00`. */
export const localTime = (instant: Instant, zone: string): string =>
  Number.isFinite(instant) && isZone(zone)
    ? Temporal.Instant.fromEpochMilliseconds(instant)
        .toZonedDateTimeISO(zone)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
    : '';

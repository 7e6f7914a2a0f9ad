import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dayAt,
  dayNumber,
  daysBetween,
  endOfDay,
  instantAt,
  instantOfLocal,
  isDay,
  isZone,
  localTime,
  startOfDay,
  weekday,
} from '../../server/engine/calendar.ts';

const HOUR = 3_600_000;
const anyDay = fc.integer({ min: -50_000, max: 80_000 }).map((n) => addDays('1970-01-01', n));
const anyZone = fc.constantFrom(
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'UTC',
);

describe('days', () => {
  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2024-04-31', false],
    ['2024-13-01', false],
    ['2024-1-1', false],
    ['0050-01-01', false],
    ['9999-12-31', true],
    ['today', false],
    [20240101, false],
  ])('%s is a day of the calendar: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  it('are counted across the end of a year and of February in a leap year', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
    expect(daysBetween('2024-03-01', '2024-02-01')).toBe(-29);
  });

  it('have their names in the week', () => {
    expect(['2024-03-31', '2024-04-01', '1969-12-29'].map(weekday)).toEqual([7, 1, 1]);
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-08-31', 6, '2025-02-28'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it('come back from their number', () => {
    fc.assert(fc.property(anyDay, (day) => dayNumber(addDays(day, 0)) === dayNumber(day) && isDay(day)));
  });

  it('give nothing, never an exception, for what is no day', () => {
    expect(addDays('nonsense', 1)).toBe('');
    expect(startOfDay('2024-02-30', 'Europe/Berlin')).toBeNaN();
    expect(startOfDay('2024-02-01', 'Nowhere/Atlantis')).toBeNaN();
    expect(instantAt('2024-02-01', '9 o’clock', 'Europe/Berlin')).toBeNaN();
    expect(localTime(NaN, 'Europe/Berlin')).toBe('');
    expect(isZone('Nowhere/Atlantis')).toBe(false);
  });
});

describe('the way between days and instants', () => {
  it('ends the last day of March in Shanghai at four in the afternoon of Greenwich', () => {
    expect(new Date(endOfDay('2024-03-31', 'Asia/Shanghai')).toISOString()).toBe('2024-03-31T16:00:00.000Z');
  });

  it('gives the days on which clocks change in Berlin 23 and 25 hours', () => {
    const length = (day: string): number => (endOfDay(day, 'Europe/Berlin') - startOfDay(day, 'Europe/Berlin')) / HOUR;
    expect(['2024-03-30', '2024-03-31', '2024-10-27'].map(length)).toEqual([24, 23, 25]);
  });

  it('begins a day whose midnight does not exist where its clocks begin', () => {
    expect(localTime(startOfDay('2018-11-04', 'America/Sao_Paulo'), 'America/Sao_Paulo')).toBe('2018-11-04T01:00');
  });

  it('moves a time of day that the clocks jump over on by the jump', () => {
    expect(localTime(instantAt('2024-03-31', '02:30', 'Europe/Berlin'), 'Europe/Berlin')).toBe('2024-03-31T03:30');
  });

  it('skips no instant: each one lies in exactly the day it is said to be in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), anyZone, (instant, zone) => {
        const day = dayAt(instant, zone);
        return startOfDay(day, zone) <= instant && instant < endOfDay(day, zone);
      }),
    );
  });

  it('reads a local time as it writes it', () => {
    expect(localTime(instantOfLocal('2024-05-24T09:05', 'Asia/Shanghai'), 'Asia/Shanghai')).toBe('2024-05-24T09:05');
    expect(localTime(instantOfLocal('2024-05-24', 'Asia/Shanghai'), 'Asia/Shanghai')).toBe('2024-05-24T00:00');
  });
});

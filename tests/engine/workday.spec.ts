import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Calendar } from '../../server/contract/definition/calendar.ts';
import { addDays, localTime } from '../../server/engine/calendar.ts';
import { readDuration } from '../../server/engine/duration.ts';
import {
  addWorkdays,
  endOfLength,
  isWorkday,
  moveDue,
  nextWorkday,
  previousWorkday,
  unknownYears,
  workdaysBetween,
} from '../../server/engine/workday.ts';
import { at } from './lighthouse.ts';

const SPRING = Calendar.parse({
  apiVersion: 'formflow/v1',
  kind: 'Calendar',
  key: 'spring',
  title: 'Spring',
  years: { 2024: { holidays: [{ from: '2024-04-04', to: '2024-04-06' }], workdays: ['2024-04-07'] } },
});
const SUN_TO_THU = Calendar.parse({ ...SPRING, key: 'other', weekend: [5, 6], years: {} });
const NEVER = Calendar.parse({ ...SPRING, key: 'never', weekend: [1, 2, 3, 4, 5, 6], years: {} });
const frame = { zone: 'Europe/Berlin', calendar: SPRING };
const anyDay = fc.integer({ min: 19_700, max: 20_200 }).map((n) => addDays('1970-01-01', n));

describe('a working day', () => {
  it.each([
    ['2024-04-03', true],
    ['2024-04-04', false],
    ['2024-04-06', false],
    ['2024-04-07', true],
    ['2024-04-13', false],
  ])('is %s by holidays and make-up workdays: %s', (day, expected) => {
    expect(isWorkday(day, SPRING)).toBe(expected);
  });

  it('follows the weekend of the calendar', () => {
    expect(['2024-04-12', '2024-04-14'].map((day) => isWorkday(day, SUN_TO_THU))).toEqual([false, true]);
    expect(['2024-04-12', '2024-04-14'].map((day) => isWorkday(day, null))).toEqual([true, false]);
  });

  it('is found before and after a holiday, and is the day itself where that is one', () => {
    expect(nextWorkday('2024-04-05', SPRING)).toBe('2024-04-07');
    expect(previousWorkday('2024-04-05', SPRING)).toBe('2024-04-03');
    expect(nextWorkday('2024-04-03', SPRING)).toBe('2024-04-03');
  });

  it('is not searched for for ever where there is hardly one', () => {
    expect(addWorkdays('2024-04-01', 2, NEVER)).toBe('2024-04-14');
  });

  it('does not count the day one counts from', () => {
    expect(addWorkdays('2024-04-03', 1, SPRING)).toBe('2024-04-07');
    expect(addWorkdays('2024-04-08', -2, SPRING)).toBe('2024-04-03');
  });

  it('is counted at both ends of a span', () => {
    expect(workdaysBetween('2024-04-03', '2024-04-08', SPRING)).toBe(3);
    expect(workdaysBetween('2024-04-08', '2024-04-03', SPRING)).toBe(0);
    expect(workdaysBetween('0200-01-01', '9000-01-01', SPRING)).toBeGreaterThan(2_000_000);
  });

  it('is counted as if day by day', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(400), fc.constantFrom(SPRING, SUN_TO_THU, null), (from, length, calendar) => {
        const days = Array.from({ length: length + 1 }, (_, n) => addDays(from, n));
        return (
          workdaysBetween(from, days.at(-1) ?? from, calendar) === days.filter((day) => isWorkday(day, calendar)).length
        );
      }),
    );
  });

  it('cannot be known in a year that the calendar does not list', () => {
    expect(unknownYears('2023-12-31', '2025-01-01', SPRING)).toEqual([2023, 2025]);
    expect(unknownYears('2024-01-01', '2024-12-31', null)).toEqual([2024]);
  });
});

describe('a length of time', () => {
  it.each(['P7D', 'P2W', 'P1M', 'P5WD', 'PT48H', 'PT30M'])('%s is read', (text) => {
    expect(readDuration(text)).not.toBeNull();
  });

  it.each(['P', '7D', 'PT7D', 'PT1WD', 'P1H', 'P-1D', ''])('%s is none', (text) => {
    expect(readDuration(text)).toBeNull();
  });

  it('moves the end of a day to the end of another', () => {
    const endOfMarch = at('2024-04-01T00:00');
    const moved = (duration: string, direction: 1 | -1 = 1): string =>
      localTime(moveDue(endOfMarch, duration, frame, direction), frame.zone);
    expect(moved('P3D')).toBe('2024-04-04T00:00');
    expect(moved('P1M')).toBe('2024-05-01T00:00');
    expect(moved('P3WD')).toBe('2024-04-04T00:00');
    expect(moved('P4WD')).toBe('2024-04-08T00:00');
    expect(moved('P1D', -1)).toBe('2024-03-31T00:00');
    expect(moved('PT12H', -1)).toBe('2024-03-31T12:00');
  });

  it('keeps the time of day of a due date that has one, over a change of clocks too', () => {
    expect(localTime(moveDue(at('2024-03-30T17:30'), 'P1D', frame), frame.zone)).toBe('2024-03-31T17:30');
  });

  it('ends with the last of its days, in hours on the minute', () => {
    const from = at('2024-04-03T15:00');
    expect(localTime(endOfLength(from, 'P5WD', frame), frame.zone)).toBe('2024-04-12T00:00');
    expect(localTime(endOfLength(from, 'P3D', frame), frame.zone)).toBe('2024-04-07T00:00');
    expect(localTime(endOfLength(from, 'PT48H', frame), frame.zone)).toBe('2024-04-05T15:00');
  });

  it('never leads backwards', () => {
    const lengths = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom('D', 'W', 'M', 'WD'))
      .map(([n, unit]) => `P${n}${unit}`);
    fc.assert(
      fc.property(fc.integer({ min: 1.6e12, max: 1.8e12 }), lengths, (instant, length) => {
        return moveDue(instant, length, frame) >= instant && endOfLength(instant, length, frame) > instant;
      }),
    );
  });
});

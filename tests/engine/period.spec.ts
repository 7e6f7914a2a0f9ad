import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Periods, type PeriodRule } from '../../server/contract/definition/deadline.ts';
import { addDays } from '../../server/engine/calendar.ts';
import { MOST_PERIODS, periodRuleFor, periodsOfRule } from '../../server/engine/period.ts';

const rule = (text: Record<string, unknown>): PeriodRule => Periods.parse(text) as PeriodRule;
const periods = (text: Record<string, unknown>) => periodsOfRule(rule(text), null);
const lines = (text: Record<string, unknown>): string[] =>
  periods(text).map(({ key, from, to, due }) => `${key} ${from}..${to} ${due}`);

describe('monthly reports due on the 30th, each since the one before', () => {
  const monthly = { every: 'month', day: 30, overflow: 'last_day', window: 'since_previous' };

  it('are seven from 22 March to 30 September 2024, without a gap', () => {
    expect(lines({ ...monthly, from: '2024-03-22', to: '2024-09-30' })).toEqual([
      '2024-03 2024-03-22..2024-03-30 2024-03-30',
      '2024-04 2024-03-31..2024-04-30 2024-04-30',
      '2024-05 2024-05-01..2024-05-30 2024-05-30',
      '2024-06 2024-05-31..2024-06-30 2024-06-30',
      '2024-07 2024-07-01..2024-07-30 2024-07-30',
      '2024-08 2024-07-31..2024-08-30 2024-08-30',
      '2024-09 2024-08-31..2024-09-30 2024-09-30',
    ]);
  });

  it('are due on the last day of a month that has no 30th', () => {
    const over = { from: '2023-12-31', to: '2024-03-30' };
    expect(lines({ ...monthly, ...over })).toEqual([
      '2024-01 2023-12-31..2024-01-30 2024-01-30',
      '2024-02 2024-01-31..2024-02-29 2024-02-29',
      '2024-03 2024-03-01..2024-03-30 2024-03-30',
    ]);
    expect(lines({ ...monthly, from: '2023-02-01', to: '2023-02-28' })).toEqual([
      '2023-02 2023-02-01..2023-02-28 2023-02-28',
    ]);
  });

  it('leave out such a month where the rule says so, and the next reaches back over it', () => {
    expect(lines({ ...monthly, overflow: 'skip', from: '2024-01-01', to: '2024-03-31' })).toEqual([
      '2024-01 2024-01-01..2024-01-30 2024-01-30',
      '2024-03 2024-01-31..2024-03-30 2024-03-30',
    ]);
  });

  it('join without gap or overlap, whatever the day and the span', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 40, max: 900 }),
        fc.constantFrom('month', 'quarter', 'half_year', 'year', 'week'),
        (day, start, length, every) => {
          const from = addDays('2018-01-01', start);
          const found = periods({ every, day, from, to: addDays(from, length), window: 'since_previous' });
          const keys = new Set(found.map(({ key }) => key));
          return (
            keys.size === found.length &&
            (found.length === 0 || found[0]?.from === from) &&
            found.every(
              (one, n) =>
                one.from <= one.to &&
                one.to <= one.due &&
                (n === 0 || one.from === addDays(found[n - 1]?.due ?? '', 1)),
            )
          );
        },
      ),
    );
  });
});

describe('other windows', () => {
  it('are the units of the calendar, cut by the span, and due on their last day', () => {
    expect(lines({ every: 'quarter', from: '2024-02-10', to: '2024-08-20' })).toEqual([
      '2024-Q1 2024-02-10..2024-03-31 2024-03-31',
      '2024-Q2 2024-04-01..2024-06-30 2024-06-30',
      '2024-Q3 2024-07-01..2024-08-20 2024-08-20',
    ]);
  });

  it('are due some days after they end', () => {
    expect(lines({ every: 'half_year', due: { after_end: 'P5D' }, from: '2024-01-01', to: '2024-12-31' })).toEqual([
      '2024-H1 2024-01-01..2024-06-30 2024-07-05',
      '2024-H2 2024-07-01..2024-12-31 2025-01-05',
    ]);
  });

  it('are due on a day of the month after, or the last one it has', () => {
    expect(lines({ every: 'month', due: { month_after: 30 }, from: '2024-01-01', to: '2024-02-29' })).toEqual([
      '2024-01 2024-01-01..2024-01-31 2024-02-29',
      '2024-02 2024-02-01..2024-02-29 2024-03-30',
    ]);
  });

  it('are some days of each unit', () => {
    expect(lines({ every: 'month', window: { from: 20, to: 31 }, from: '2024-01-01', to: '2024-02-29' })).toEqual([
      '2024-01 2024-01-20..2024-01-31 2024-01-31',
      '2024-02 2024-02-20..2024-02-29 2024-02-29',
    ]);
  });

  it('name weeks by the year of their Thursday', () => {
    expect(lines({ every: 'week', day: 5, from: '2024-12-23', to: '2025-01-05' })).toEqual([
      '2024-W52 2024-12-23..2024-12-29 2024-12-27',
      '2025-W01 2024-12-30..2025-01-05 2025-01-03',
    ]);
    expect(periods({ every: 'week', from: '2021-01-01', to: '2021-01-01' })[0]?.key).toBe('2020-W53');
  });

  it('are days and years too', () => {
    expect(lines({ every: 'day', from: '2024-02-28', to: '2024-03-01' })).toHaveLength(3);
    expect(lines({ every: 'year', day: 60, from: '2023-01-01', to: '2024-12-31' })).toEqual([
      '2023 2023-01-01..2023-12-31 2023-03-01',
      '2024 2024-01-01..2024-12-31 2024-02-29',
    ]);
  });

  it('are due when they end where their due day lies before the span', () => {
    expect(lines({ every: 'month', day: 5, from: '2024-01-10', to: '2024-01-31' })).toEqual([
      '2024-01 2024-01-10..2024-01-31 2024-01-31',
    ]);
  });

  it('stop at a number that is stated', () => {
    expect(periods({ every: 'day', from: '2000-01-01', to: '2099-12-31' })).toHaveLength(MOST_PERIODS);
  });
});

describe('titles and named rounds', () => {
  it('are in both languages', () => {
    const title = (every: string) => periods({ every, from: '2024-04-01', to: '2024-04-01' })[0]?.title;
    expect(title('month')).toEqual({ 'zh-CN': '2024年4月', en: 'April 2024' });
    expect(title('quarter')).toEqual({ 'zh-CN': '2024年第2季度', en: 'Quarter 2, 2024' });
    expect(title('half_year')).toEqual({ 'zh-CN': '2024年上半年', en: 'First half of 2024' });
    expect(title('week')).toEqual({ 'zh-CN': '2024年第14周', en: 'Week 14, 2024' });
    expect(title('day')).toEqual({ 'zh-CN': '2024年4月1日', en: '1 April 2024' });
    expect(title('year')).toEqual({ 'zh-CN': '2024年', en: '2024' });
  });

  it('stand as written, a round without title under its key', () => {
    const list = [{ key: 'season', from: '2024-03-22', to: '2024-05-20', due: '2024-05-21' }];
    expect(periodsOfRule(rule({ list }), null)).toEqual([{ ...list[0], title: 'season' }]);
  });

  it('belong to the first kind that fits, in the order of the text', () => {
    const round = (key: string) => ({ list: [{ key, from: '2024-01-01', to: '2024-01-31', due: '2024-01-31' }] });
    const both = Periods.parse({ for: { lightship: round('ship'), lighthouse: round('house') } });
    expect(periodRuleFor(both, ['lighthouse', 'lightship'])).toEqual(round('ship'));
    expect(periodRuleFor(both, ['lighthouse'])).toEqual(round('house'));
    expect(periodRuleFor(both, ['harbour'])).toBeNull();
  });
});

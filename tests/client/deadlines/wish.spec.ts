import { describe, expect, it } from '@jest/globals';
import dayjs from 'dayjs';
import { ALL_PERIODS, organisationsOf, wanted, type Wish } from '../../../client/src/designer/deadlines/change-wish.ts';
import { deadlineRows, isShown } from '../../../client/src/designer/deadlines/deadline-rows.ts';
import { byDay, figuresOf, weeksOf } from '../../../client/src/designer/deadlines/due-days.ts';
import { csvText } from '../../../client/src/ui/csv.ts';
import '../../../client/src/ui/dates.ts';
import { VIEW } from './view-of-harbour.ts';

const FRESH: Wish = { scope: 'all', way: 'due', direction: 1, within: { unit: 'WD' } };
const wish = (part: Partial<Wish>): Wish => ({ ...FRESH, ...part });

describe('what a person has chosen in the dialog', () => {
  it('is no request as long as anything is missing', () => {
    expect(wanted(wish({}), VIEW)).toBeNull();
    expect(wanted(wish({ which: 'berths/list' }), VIEW)).toBeNull();
    expect(wanted(wish({ which: 'berths/list', scope: 'kind', due: dayjs('2025-03-05') }), VIEW)).toBeNull();
    expect(wanted(wish({ which: 'berths/log', way: 'days', days: 3 }), VIEW)).toBeNull();
    expect(wanted(wish({ which: 'berths/list', way: 'days', days: 0 }), VIEW)).toBeNull();
  });

  it('is a day, a number of days later or earlier, or a length where the rule is one', () => {
    expect(wanted(wish({ which: 'berths/list', due: dayjs('2025-03-05') }), VIEW)).toMatchObject({
      deadline: 'list',
      scope: { all: true },
      to: { due: '2025-03-05' },
    });
    expect(wanted(wish({ which: 'berths/list', way: 'days', days: 3, direction: -1 }), VIEW)?.to).toEqual({ days: -3 });
    expect(wanted(wish({ which: 'berths/check', within: { amount: 48, unit: 'H' } }), VIEW)?.to).toEqual({
      within: 'PT48H',
    });
  });

  it('names the period, or none where all of them move', () => {
    const days = { which: 'berths/log', way: 'days' as const, days: 2 };
    expect(wanted(wish({ ...days, period: '2025-02' }), VIEW)?.period).toBe('2025-02');
    expect(wanted(wish({ ...days, period: ALL_PERIODS }), VIEW)).not.toHaveProperty('period');
  });

  it('offers those organisations that have still to report', () => {
    expect(organisationsOf(VIEW, wish({ which: 'berths/list' })).map(({ label }) => label)).toEqual(['North quay']);
    expect(organisationsOf(VIEW, wish({ which: 'berths/check' }))).toEqual([]);
  });
});

describe('the table and the calendar', () => {
  it('have a line for each period, with the dates of its cases', () => {
    expect(deadlineRows(VIEW).map(({ id, dates }) => [id, dates.length])).toEqual([
      ['berths/list', 1],
      ['berths/log/2025-01', 1],
      ['berths/log/2025-02', 0],
      ['berths/check', 0],
    ]);
    const overdue = deadlineRows(VIEW).filter((row) => isShown(row, 'overdue', null));
    expect(overdue.map(({ id }) => id)).toEqual(['berths/log/2025-01']);
  });

  it('put a due instant on the day that counts last, in the zone of the programme', () => {
    expect([...byDay(VIEW.dates, VIEW.zone).keys()]).toEqual(['2025-02-28', '2025-01-28']);
    expect([...byDay(VIEW.dates, 'Asia/Shanghai').keys()]).toEqual(['2025-03-01', '2025-01-29']);
  });

  it('begin weeks on Monday and show whole weeks', () => {
    expect(weeksOf('2025-02').map((week) => [week[0], week[6]])).toEqual([
      ['2025-01-27', '2025-02-02'],
      ['2025-02-03', '2025-02-09'],
      ['2025-02-10', '2025-02-16'],
      ['2025-02-17', '2025-02-23'],
      ['2025-02-24', '2025-03-02'],
    ]);
  });

  it('count what presses', () => {
    expect(figuresOf(VIEW)).toEqual({ today: 0, week: 0, overdue: 2, extended: 0 });
  });

  it('go into a file in which no cell is taken for a formula', () => {
    expect(csvText([['=1+1', 'a "b", c']])).toBe('\uFEFF\'=1+1,"a ""b"", c"\r\n');
  });
});

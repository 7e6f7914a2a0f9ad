import dayjs, { type Dayjs } from 'dayjs';
import type { DeadlinesView, DueDate } from '#contract/wire/deadline.ts';

/** The day that counts last for a due instant, in the programme's zone: `2024-03-31`. */
export const dueDayIn = (due: string, zone: string): string =>
  dayjs(due).subtract(1, 'millisecond').tz(zone).format('YYYY-MM-DD');

export const todayIn = ({ now, zone }: Pick<DeadlinesView, 'now' | 'zone'>): string =>
  dayjs(now).tz(zone).format('YYYY-MM-DD');

/** Due dates by day. */
export const byDay = (dates: readonly DueDate[], zone: string): Map<string, DueDate[]> => {
  const days = new Map<string, DueDate[]>();
  for (const date of dates) {
    const day = dueDayIn(date.due, zone);
    days.set(day, [...(days.get(day) ?? []), date]);
  }
  return days;
};

/** Everybody who has this date. */
export const sizeOf = ({ counts }: DueDate): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Who has still to report by this date. */
export const awaitedOf = ({ counts }: DueDate): number => counts.waiting + counts.overdue + counts.upcoming;

/** The weeks of the month in which a day lies, Monday first; days of the months beside it fill the corners. */
export const weeksOf = (month: string): string[][] => {
  const first = dayjs(month).startOf('month');
  const start = first.subtract((first.day() + 6) % 7, 'day');
  const days = first.daysInMonth() + ((first.day() + 6) % 7);
  return Array.from({ length: Math.ceil(days / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, at) => start.add(week * 7 + at, 'day').format('YYYY-MM-DD')),
  );
};

export const monthOf = (day: string): string => day.slice(0, 7);
export const movedMonth = (month: string, by: number): string => dayjs(month).add(by, 'month').format('YYYY-MM');
export const movedDay = (day: string, by: number): string => dayjs(day).add(by, 'day').format('YYYY-MM-DD');
export const asDay = (day: string): Dayjs => dayjs(day);

/** The four figures over the page, in cases. */
export const figuresOf = (view: DeadlinesView): Record<'today' | 'week' | 'overdue' | 'extended', number> => {
  const today = todayIn(view);
  const week = movedDay(today, 7);
  const figures = { today: 0, week: 0, overdue: 0, extended: view.extensions.length };
  for (const date of view.dates) {
    const day = dueDayIn(date.due, view.zone);
    if (day === today) figures.today += date.counts.waiting;
    if (day >= today && day <= week) figures.week += date.counts.waiting;
    figures.overdue += date.counts.overdue;
  }
  return figures;
};

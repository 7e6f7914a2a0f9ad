import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { titleOf } from '../../workflow/names.ts';
import { addDays, sortOf, weekdayOf, type YearDays } from './year-days.ts';

interface Props {
  /** `2027-05`. */
  month: string;
  days: YearDays;
  weekend: readonly number[];
  disabled: boolean;
  /** The day that Tab comes to. */
  focused: string;
  onFocus: (day: string) => void;
  onToggle: (day: string) => void;
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

const daysIn = (month: string): string[] => {
  const days: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
};

/** One month: every day is a button that a click turns over; arrows lead from day to day. */
export const MonthGrid = ({ month, days, weekend, disabled, focused, onFocus, onToggle }: Props) => {
  const { t, i18n } = useTranslation();
  const all = daysIn(month);
  const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
  const write = (day: string, form: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(i18n.language, { ...form, timeZone: 'UTC' }).format(dateOf(day));
  const move = (event: KeyboardEvent, day: string): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onFocus(addDays(day, step));
  };
  return (
    <section className="month" aria-label={write(`${month}-01`, { year: 'numeric', month: 'long' })}>
      <h4>{write(`${month}-01`, { month: 'long' })}</h4>
      <div className="month-days">
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <span key={weekday} className="weekday" aria-hidden>
            {write(`2024-01-0${String(weekday)}`, { weekday: 'narrow' })}
          </span>
        ))}
        {all.map((day, index) => {
          const sort = sortOf(days, weekend, day);
          const name = titleOf(days.holidays.get(day), i18n.language, '');
          const isMarked = sort === 'holiday' || sort === 'make-up';
          const label = [write(day, { dateStyle: 'full' }), t(`settings.day.${sort}`), name].filter(Boolean).join('，');
          return (
            <button
              key={day}
              type="button"
              className={`day day-${sort}${index === 0 ? ` day-from-${String(weekdayOf(day))}` : ''}`}
              data-day={day}
              data-mark={isMarked ? t(`settings.day-mark.${sort}`) : undefined}
              aria-label={label}
              aria-pressed={isMarked}
              title={name === '' ? t(`settings.day.${sort}`) : name}
              disabled={disabled}
              tabIndex={day === focused ? 0 : -1}
              onKeyDown={(event) => {
                move(event, day);
              }}
              onClick={() => {
                onFocus(day);
                onToggle(day);
              }}
            >
              {String(index + 1)}
            </button>
          );
        })}
      </div>
    </section>
  );
};

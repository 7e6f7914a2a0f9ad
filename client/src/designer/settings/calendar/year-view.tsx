import { useRef, useState } from 'react';
import { useDesk } from '../../workflow/desk-context.ts';
import { at } from '../../yaml/read-yaml.ts';
import { setYears } from './calendar-commands.ts';
import { MonthGrid } from './month-grid.tsx';
import { toggled, type YearDays } from './year-days.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

export const weekendOf = (calendar: unknown): number[] => {
  const days = at(calendar, ['weekend']);
  return Array.isArray(days) ? days.filter((day) => typeof day === 'number') : [6, 7];
};

/** A whole year: a click makes a day free, or one of work. */
export const YearView = ({ year, days }: { year: string; days: YearDays }) => {
  const { workflow: calendar, run, isBroken } = useDesk();
  const [focused, setFocused] = useState(`${year}-01-01`);
  const holder = useRef<HTMLDivElement>(null);
  const weekend = weekendOf(calendar);
  const focus = (day: string): void => {
    if (!day.startsWith(year)) return;
    setFocused(day);
    holder.current?.querySelector<HTMLButtonElement>(`[data-day="${day}"]`)?.focus();
  };
  return (
    <div className="year" ref={holder}>
      {MONTHS.map((month) => (
        <MonthGrid
          key={month}
          month={`${year}-${month}`}
          days={days}
          weekend={weekend}
          disabled={isBroken}
          focused={focused.startsWith(year) ? focused : `${year}-01-01`}
          onFocus={focus}
          onToggle={(day) => {
            run(setYears(new Map([[year, toggled(days, weekend, day)]])));
          }}
        />
      ))}
    </div>
  );
};

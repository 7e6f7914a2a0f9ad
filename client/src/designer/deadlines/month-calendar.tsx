import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DueDate } from '#contract/wire/deadline.ts';
import { day as dayWords } from '../../ui/dates.ts';
import { asDay, awaitedOf, monthOf, movedDay, movedMonth, sizeOf, weeksOf } from './due-days.ts';

interface Props {
  month: string;
  today: string;
  chosen: string;
  days: ReadonlyMap<string, DueDate[]>;
  colours: ReadonlyMap<string, string>;
  onMonth: (month: string) => void;
  onChoose: (day: string) => void;
}

/** How many dates of a day are named before the rest is counted. */
const MOST_CHIPS = 3;

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

const Chips = ({ dates, colours }: { dates: DueDate[]; colours: Props['colours'] }) => {
  const { t } = useTranslation();
  return (
    <span className="due-chips" aria-hidden>
      {dates.slice(0, MOST_CHIPS).map((date) => (
        <span
          key={`${date.workflow}/${date.deadline}/${date.period ?? ''}/${date.due}`}
          className={`due-chip ${colours.get(date.workflow) ?? ''}${awaitedOf(date) === 0 ? ' due-over' : ''}`}
        >
          <i aria-hidden />
          <span className="due-chip-title">{date.title}</span>
          <b>{t('deadlines.households', { count: sizeOf(date) })}</b>
        </span>
      ))}
      {dates.length > MOST_CHIPS ? <span className="due-more">+{dates.length - MOST_CHIPS}</span> : null}
    </span>
  );
};

/** All due dates of a month at a glance. Arrow keys walk from day to day, page keys from month to month. */
export const MonthCalendar = ({ month, today, chosen, days, colours, onMonth, onChoose }: Props) => {
  const { t, i18n } = useTranslation();
  const grid = useRef<HTMLTableElement>(null);
  const choose = (day: string): void => {
    onChoose(day);
    if (monthOf(day) !== month) onMonth(monthOf(day));
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus());
  };
  const walk = (event: KeyboardEvent, day: string): void => {
    const step = STEPS[event.key];
    const page = event.key === 'PageUp' ? -1 : event.key === 'PageDown' ? 1 : 0;
    if (step === undefined && page === 0) return;
    event.preventDefault();
    choose(step === undefined ? asDay(day).add(page, 'month').format('YYYY-MM-DD') : movedDay(day, step));
  };
  const label = (day: string, dates: DueDate[]): string => {
    const count = dates.reduce((sum, date) => sum + sizeOf(date), 0);
    return t(count === 0 ? 'deadlines.day-empty' : 'deadlines.day-label', { day: dayWords(day, i18n.language), count });
  };
  const focusable = monthOf(chosen) === month ? chosen : `${month}-01`;
  return (
    <section className="due-calendar" aria-label={t('deadlines.calendar')}>
      <div className="due-month">
        <Button
          icon={<LeftOutlined />}
          aria-label={t('deadlines.month-before')}
          onClick={() => {
            onMonth(movedMonth(month, -1));
          }}
        />
        <h2 aria-live="polite">{asDay(`${month}-01`).format(t('deadlines.month'))}</h2>
        <Button
          icon={<RightOutlined />}
          aria-label={t('deadlines.month-after')}
          onClick={() => {
            onMonth(movedMonth(month, 1));
          }}
        />
        <Button
          onClick={() => {
            choose(today);
          }}
        >
          {t('deadlines.to-today')}
        </Button>
      </div>
      <table ref={grid}>
        <thead>
          <tr>
            {t('deadlines.weekdays')
              .split(',')
              .map((name) => (
                <th key={name} scope="col" abbr={t('deadlines.weekday-name', { name })}>
                  {name}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const dates = days.get(day) ?? [];
                const classes = [
                  'due-day',
                  monthOf(day) === month ? '' : 'due-outside',
                  day === today ? 'due-today' : '',
                  day === chosen ? 'due-chosen' : '',
                ];
                return (
                  <td key={day}>
                    <button
                      type="button"
                      className={classes.join(' ')}
                      data-day={day}
                      tabIndex={day === focusable ? 0 : -1}
                      aria-pressed={day === chosen}
                      aria-current={day === today ? 'date' : undefined}
                      onClick={() => {
                        choose(day);
                      }}
                      onKeyDown={(event) => {
                        walk(event, day);
                      }}
                    >
                      <span className="only-read">{label(day, dates)}</span>
                      <span className="due-number" aria-hidden>
                        {Number(day.slice(8))}
                        {day === today ? <em>{t('deadlines.today')}</em> : null}
                      </span>
                      <Chips dates={dates} colours={colours} />
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

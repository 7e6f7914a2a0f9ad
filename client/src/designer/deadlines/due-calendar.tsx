import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadlinesView } from '#contract/wire/deadline.ts';
import type { Wish } from './change-wish.ts';
import { DayPanel } from './day-panel.tsx';
import { byDay, monthOf, todayIn } from './due-days.ts';
import { MonthCalendar } from './month-calendar.tsx';
import { workflowColours } from './workflow-colours.ts';

interface Props {
  view: DeadlinesView;
  onChange: (begin: Pick<Wish, 'which' | 'period'>) => void;
}

/** The first day from today on on which something is due; today where nothing is. */
const nextDue = (days: ReadonlyMap<string, unknown>, today: string): string =>
  [...days.keys()].filter((day) => day >= today).sort()[0] ?? today;

/** The month with its due dates, and the chosen day beside it. It opens where the next thing is due. */
export const DueCalendar = ({ view, onChange }: Props) => {
  const { t } = useTranslation();
  const today = todayIn(view);
  const days = useMemo(() => byDay(view.dates, view.zone), [view]);
  const colours = workflowColours(view);
  const [chosen, setChosen] = useState(() => nextDue(days, today));
  const [month, setMonth] = useState(() => monthOf(chosen));
  const titles = new Map(view.deadlines.map(({ workflow, workflowTitle }) => [workflow, workflowTitle]));
  return (
    <div className="due-split">
      <div>
        <MonthCalendar
          month={month}
          today={today}
          chosen={chosen}
          days={days}
          colours={colours}
          onMonth={setMonth}
          onChoose={setChosen}
        />
        <ul className="due-legend" aria-label={t('deadlines.workflow')}>
          {[...titles].map(([key, title]) => (
            <li key={key}>
              <i className={`due-dot ${colours.get(key) ?? ''}`} aria-hidden />
              {title}
            </li>
          ))}
        </ul>
      </div>
      <DayPanel
        day={chosen}
        dates={days.get(chosen) ?? []}
        colours={colours}
        onChange={(date) => {
          onChange({
            which: `${date.workflow}/${date.deadline}`,
            ...(date.period === null ? {} : { period: date.period }),
          });
        }}
      />
    </div>
  );
};

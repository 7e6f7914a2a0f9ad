import { useTranslation } from 'react-i18next';
import type { DeadlinesView } from '#contract/wire/deadline.ts';
import { figuresOf } from './due-days.ts';

/** What presses, in four numbers. */
export const DueFigures = ({ view }: { view: DeadlinesView }) => {
  const { t } = useTranslation();
  const figures = figuresOf(view);
  return (
    <div className="due-figures">
      {(['today', 'week', 'overdue', 'extended'] as const).map((key) => (
        <div key={key} className={`due-figure${key === 'overdue' && figures.overdue > 0 ? ' due-alarm' : ''}`}>
          <span className="quiet">{t(`deadlines.figure.${key}`)}</span>
          <b>{figures[key]}</b>
        </div>
      ))}
    </div>
  );
};

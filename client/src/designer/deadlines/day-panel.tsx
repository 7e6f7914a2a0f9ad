import { Button, Empty, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DueDate } from '#contract/wire/deadline.ts';
import { day as dayWords } from '../../ui/dates.ts';
import { sizeOf } from './due-days.ts';
import { StandingTags, standingColour } from './standing-tags.tsx';

interface Props {
  day: string;
  dates: DueDate[];
  colours: ReadonlyMap<string, string>;
  onChange: (date: DueDate) => void;
}

/** What is due on the chosen day, organisation by organisation. */
export const DayPanel = ({ day, dates, colours, onChange }: Props) => {
  const { t, i18n } = useTranslation();
  return (
    <section className="due-panel" aria-label={t('deadlines.day-of', { day: dayWords(day, i18n.language) })}>
      <h2>{t('deadlines.day-of', { day: dayWords(day, i18n.language) })}</h2>
      {dates.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('deadlines.day-none')} />
      ) : (
        dates.map((date) => (
          <details key={`${date.workflow}/${date.deadline}/${date.period ?? ''}/${date.due}`} open={dates.length < 3}>
            <summary>
              <i className={`due-dot ${colours.get(date.workflow) ?? ''}`} aria-hidden />
              <strong>{date.title}</strong>
              {date.periodTitle === null ? null : <span className="quiet">{date.periodTitle}</span>}
              <span className="quiet">{t('deadlines.households', { count: sizeOf(date) })}</span>
            </summary>
            <div className="due-panel-line">
              <StandingTags counts={date.counts} />
              <Button
                size="small"
                onClick={() => {
                  onChange(date);
                }}
              >
                {t('deadlines.change-short')}
              </Button>
            </div>
            <ul className="due-names">
              {date.cases.map((one) => (
                <li key={one.case}>
                  <Link to={`/cases/${one.case}`}>{one.title}</Link>
                  {one.isExtended ? <Tag color="purple">{t('deadlines.extended')}</Tag> : null}
                  <Tag color={standingColour(one.standing)}>{t(`deadlines.standing.${one.standing}`)}</Tag>
                </li>
              ))}
            </ul>
          </details>
        ))
      )}
    </section>
  );
};

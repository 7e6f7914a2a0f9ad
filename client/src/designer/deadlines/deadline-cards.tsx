import { Button, Card, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { countsOf, type DeadlineRow } from './deadline-rows.ts';
import { DatesCell, RuleCell } from './deadline-table.tsx';
import { StandingTags } from './standing-tags.tsx';

interface Props {
  rows: DeadlineRow[];
  zone: string;
  colours: ReadonlyMap<string, string>;
  onChange: (row: DeadlineRow) => void;
}

/** The same table for a narrow screen: one card a deadline. */
export const DeadlineCards = ({ rows, zone, colours, onChange }: Props) => {
  const { t } = useTranslation();
  if (rows.length === 0) return <Empty description={t('deadlines.nothing-found')} />;
  return (
    <div className="due-cards">
      {rows.map((row) => (
        <Card key={row.id} size="small">
          <div className="due-what">
            <i className={`due-dot ${colours.get(row.deadline.workflow) ?? ''}`} aria-hidden />
            <div className="due-card-title">
              <strong>{row.deadline.title}</strong>
              <div className="quiet">
                {row.deadline.workflowTitle}
                {row.period === null ? '' : ` · ${row.period.title}`}
              </div>
            </div>
            <Button
              aria-label={`${t('deadlines.change-short')} ${row.deadline.title} ${row.period?.title ?? ''}`.trim()}
              onClick={() => {
                onChange(row);
              }}
            >
              {t('deadlines.change-short')}
            </Button>
          </div>
          <dl className="facts">
            <dt>{t('deadlines.rule')}</dt>
            <dd>
              <RuleCell row={row} />
            </dd>
            <dt>{t('deadlines.due')}</dt>
            <dd>
              <DatesCell row={row} zone={zone} />
            </dd>
          </dl>
          <StandingTags counts={countsOf(row)} />
        </Card>
      ))}
    </div>
  );
};

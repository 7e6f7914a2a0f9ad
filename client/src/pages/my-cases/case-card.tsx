import { Alert, Button, Card, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseSummary } from '#contract/wire/case.ts';
import { day } from '../../ui/dates.ts';
import { DueTag } from '../../ui/due-tag.tsx';
import { StateTag } from '../../ui/state-tag.tsx';

/** Whether nothing is asked of the institution any more, so that the days left say nothing. */
const isOver = (row: CaseSummary): boolean => row.status === 'done' || (row.status === 'open' && row.next === 'wait');

/** One thing owed: what, for which period, by when, where it stands, and the one button for what comes next. */
export const CaseCard = ({ row }: { row: CaseSummary }) => {
  const { t, i18n } = useTranslation();
  const urgent = row.next === 'fill' || row.next === 'mend';
  return (
    <Card
      size="small"
      className="case-card"
      title={<Link to={`/cases/${row.id}`}>{row.workflowTitle}</Link>}
      extra={<StateTag row={row} />}
    >
      <dl className="facts">
        {row.organisation === null ? null : (
          <>
            <dt>{t('case.organisation')}</dt>
            <dd>{row.organisation.title}</dd>
          </>
        )}
        {row.period === null ? null : (
          <>
            <dt>{t('case.period')}</dt>
            <dd>
              {row.period.title}（{day(row.period.from, i18n.language)}—{day(row.period.to, i18n.language)}）
            </dd>
          </>
        )}
        <dt>{t('case.due')}</dt>
        <dd>
          <DueTag due={row.due} done={isOver(row)} />
        </dd>
      </dl>
      {row.returned === null || row.next !== 'mend' ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('case.returned')}
          description={[...row.returned.reasons, row.returned.comment].filter((text) => text !== '').join('；')}
        />
      )}
      <Space style={{ marginTop: 12 }}>
        <Link to={`/cases/${row.id}`}>
          <Button type={urgent ? 'primary' : 'default'}>{t(`next.${row.next}`)}</Button>
        </Link>
        {row.openQueries > 0 ? <span>{t('case.open-queries', { count: row.openQueries })}</span> : null}
      </Space>
    </Card>
  );
};

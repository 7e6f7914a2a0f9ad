import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseView } from '#contract/wire/case.ts';
import type { GatheredCases } from '#contract/wire/gathered.ts';

type Row = GatheredCases['cases'][number];

/** The cases that this one holds, as they stand; those that the person may see lead to their pages. */
export const GatheredPanel = ({ gathered }: { gathered: NonNullable<CaseView['gathered']> }) => {
  const { t } = useTranslation();
  const { title, frozen, total, cases } = gathered;
  const name = (row: Row): string => row.title ?? row.organisation ?? title;
  return (
    <section aria-label={t('gather.heading', { title })} className="sheet">
      <strong>{t('gather.heading', { title })}</strong>{' '}
      <span className="quiet">{t(frozen ? 'gather.frozen' : 'gather.live', { count: total })}</span>
      <Table<Row>
        size="small"
        rowKey="id"
        dataSource={cases}
        pagination={cases.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: t('gather.empty') }}
        columns={[
          {
            key: 'name',
            title: t('gather.entry'),
            render: (_, row) => (row.mayOpen ? <Link to={`/cases/${row.id}`}>{name(row)}</Link> : name(row)),
          },
          ...(cases.some(({ title: own }) => own !== null)
            ? [{ key: 'organisation', title: t('gather.organisation'), dataIndex: 'organisation' }]
            : []),
          ...(cases.some(({ period }) => period !== null)
            ? [{ key: 'period', title: t('gather.period'), dataIndex: 'period' }]
            : []),
          { key: 'state', title: t('gather.state'), dataIndex: 'stateTitle' },
        ]}
      />
      {total > cases.length ? <p className="quiet">{t('gather.more', { count: cases.length })}</p> : null}
    </section>
  );
};

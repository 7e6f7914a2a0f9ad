import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Input, Select, Space, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { CaseSummary } from '#contract/wire/case.ts';
import { fetchCases } from '../../api/cases.ts';
import { fetchProgrammes } from '../../api/definitions.ts';
import { moment } from '../../ui/dates.ts';
import { DueTag } from '../../ui/due-tag.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { StateTag } from '../../ui/state-tag.tsx';

const useColumns = (): ColumnsType<CaseSummary> => {
  const { t, i18n } = useTranslation();
  return [
    {
      title: t('case.organisation'),
      key: 'organisation',
      render: (_, row) => <Link to={`/cases/${row.id}`}>{row.organisation?.title ?? t('case.whole-programme')}</Link>,
    },
    { title: t('case.form'), key: 'workflow', render: (_, row) => row.workflowTitle },
    { title: t('case.period'), key: 'period', render: (_, row) => row.period?.title ?? '—', responsive: ['md'] },
    { title: t('case.state'), key: 'state', render: (_, row) => <StateTag row={row} /> },
    { title: t('case.review-due'), key: 'due', render: (_, row) => <DueTag due={row.due} /> },
    { title: t('case.claimed'), key: 'claimed', render: (_, row) => row.claimedBy ?? '—', responsive: ['lg'] },
    {
      title: t('case.updated'),
      key: 'updated',
      render: (_, row) => moment(row.updatedAt, i18n.language),
      responsive: ['lg'],
    },
    {
      title: '',
      key: 'open',
      render: (_, row) => (
        <Link to={`/cases/${row.id}`}>
          <Button size="small" type={row.next === 'review' ? 'primary' : 'default'}>
            {t(`next.${row.next}`)}
          </Button>
        </Link>
      ),
    },
  ];
};

/** What waits for my review, oldest due first, or every case that I may see. The filters stand in the address. */
export const ReviewPage = () => {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const value = (key: string): string | undefined => search.get(key) ?? undefined;
  const change = (key: string, next: string | undefined): void => {
    setSearch((now) => {
      const changed = new URLSearchParams(now);
      if (next === undefined || next === '') changed.delete(key);
      else changed.set(key, next);
      if (key !== 'page') changed.delete('page');
      return changed;
    });
  };
  const page = Number(value('page') ?? '1');
  const scope = value('for') === 'all' ? 'all' : 'review';
  const filters = { for: scope, workflow: value('workflow'), q: value('q'), page, size: 50, sort: 'due' } as const;
  const { data, isPending, error } = useQuery({
    queryKey: ['cases', filters],
    queryFn: () => fetchCases(JSON.parse(JSON.stringify(filters)) as typeof filters),
  });
  const { data: programmes = [] } = useQuery({ queryKey: ['programmes'], queryFn: fetchProgrammes });
  const workflows = programmes.flatMap((programme) =>
    programme.workflows.map(({ key, title }) => ({ value: key, label: title })),
  );
  const columns = useColumns();
  return (
    <div className="page">
      <PageHeading title={t('review.title')}>
        <Space wrap>
          <Select
            aria-label={t('review.scope')}
            value={scope}
            onChange={(next: string) => {
              change('for', next === 'review' ? undefined : next);
            }}
            options={[
              { value: 'review', label: t('review.mine') },
              { value: 'all', label: t('review.all') },
            ]}
          />
          <Select
            aria-label={t('case.form')}
            style={{ minWidth: 220 }}
            allowClear
            placeholder={t('review.any-form')}
            value={value('workflow') ?? null}
            onChange={(next: string | null) => {
              change('workflow', next ?? undefined);
            }}
            options={workflows}
          />
          <Input.Search
            allowClear
            defaultValue={value('q') ?? ''}
            placeholder={t('review.search')}
            onSearch={(text) => {
              change('q', text);
            }}
          />
        </Space>
      </PageHeading>
      <ProblemAlert error={error} />
      <Table
        rowKey="id"
        size="middle"
        loading={isPending}
        columns={columns}
        dataSource={data?.rows ?? []}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty description={t(scope === 'review' ? 'review.empty' : 'review.none')} /> }}
        pagination={{
          current: page,
          pageSize: 50,
          total: data?.total ?? 0,
          showSizeChanger: false,
          hideOnSinglePage: true,
          onChange: (next) => {
            change('page', String(next));
          },
        }}
      />
    </div>
  );
};

import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Empty, Input, Space, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AuditRow, IntegrityReport } from '#contract/wire/audit.ts';
import { checkIntegrity, fetchAudit } from '../../api/administration.ts';
import { moment } from '../../ui/dates.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Wide } from '../../ui/wide.tsx';

/** Subjects of a line that are shown at once. */
const MOST_SUBJECTS = 3;

/** What a line is about by its titles, keys told on hovering; beyond a few the rest is called up. */
const Subjects = ({ row }: { row: AuditRow }) => {
  const { t } = useTranslation();
  const words = row.subjects.map(({ kind, key, title }) => (
    <div key={`${String(kind)} ${key}`} title={key}>
      {kind === null ? '' : `${t(`audit.kind.${kind}`)} · `}
      {title}
    </div>
  ));
  if (row.case !== null) return <Link to={`/cases/${row.case}`}>{t('audit.case')}</Link>;
  if (words.length === 0) return row.subject ?? '—';
  if (words.length <= MOST_SUBJECTS) return words;
  return (
    <details>
      <summary>{t('audit.subjects', { count: words.length })}</summary>
      {words}
    </details>
  );
};

const useColumns = (): ColumnsType<AuditRow> => {
  const { t, i18n } = useTranslation();
  return [
    { title: t('audit.at'), key: 'at', render: (_, row) => moment(row.at, i18n.language) },
    { title: t('audit.person'), key: 'person', render: (_, row) => row.person ?? t('audit.system') },
    { title: t('case.organisation'), key: 'organisation', render: (_, row) => row.organisation ?? '—' },
    {
      title: t('audit.type'),
      key: 'type',
      render: (_, row) => t(`audit.type.${row.type}`, { defaultValue: row.type }),
    },
    {
      title: t('audit.subject'),
      key: 'subject',
      render: (_, row) => <Subjects row={row} />,
    },
    { title: t('audit.result'), key: 'result', render: (_, row) => t(`audit.result.${row.result}`) },
    { title: t('audit.detail'), key: 'detail', render: (_, row) => row.detail ?? '' },
  ];
};

const Integrity = ({ report }: { report: IntegrityReport }) => {
  const { t } = useTranslation();
  const whole = report.broken.length === 0;
  return (
    <Alert
      type={whole ? 'success' : 'error'}
      showIcon
      style={{ marginBottom: 12 }}
      title={t(whole ? 'audit.whole' : 'audit.broken', {
        cases: report.cases,
        events: report.events,
        audit: report.audit,
        count: report.broken.length,
      })}
      description={
        whole ? null : (
          <ul className="issue-list">
            {report.broken.map((at) => (
              <li key={`${at.chain} ${String(at.seq)}`}>
                {at.chain} #{at.seq} {at.problem}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
};

/** Who did what, when, to what; and whether the chain of records is whole. */
export const AuditPage = () => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const [span, setSpan] = useState<[Dayjs | null, Dayjs | null] | null>(null);
  const filters = {
    q: text,
    page,
    size: 50,
    from: span?.[0]?.format('YYYY-MM-DD'),
    to: span?.[1]?.format('YYYY-MM-DD'),
  };
  const { data, isPending, error } = useQuery({ queryKey: ['audit', filters], queryFn: () => fetchAudit(filters) });
  const check = useMutation({ mutationFn: checkIntegrity });
  const columns = useColumns();
  return (
    <div className="page">
      <PageHeading title={t('audit.title')}>
        <Space wrap>
          <DatePicker.RangePicker
            value={span}
            onChange={(value) => {
              setSpan(value);
              setPage(1);
            }}
          />
          <Input.Search
            allowClear
            placeholder={t('audit.search')}
            onSearch={(value) => {
              setText(value);
              setPage(1);
            }}
          />
          <Button
            loading={check.isPending}
            onClick={() => {
              check.mutate();
            }}
          >
            {t('audit.check')}
          </Button>
        </Space>
      </PageHeading>
      <ProblemAlert error={error ?? check.error} />
      {check.data === undefined ? null : <Integrity report={check.data} />}
      <Wide label={t('audit.title')}>
        <Table
          rowKey="id"
          size="small"
          loading={isPending}
          columns={columns}
          dataSource={data?.rows ?? []}
          locale={{ emptyText: <Empty description={t('audit.empty')} /> }}
          pagination={{
            current: page,
            pageSize: 50,
            total: data?.total ?? 0,
            showSizeChanger: false,
            onChange: setPage,
          }}
        />
      </Wide>
    </div>
  );
};

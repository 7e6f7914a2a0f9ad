import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Input, Space, Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganisationView } from '#contract/wire/organisation.ts';
import { fetchOrganisations } from '../../api/administration.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { OrganisationDialog } from './organisation-dialog.tsx';
import { useOrganisationWords } from './use-organisation-words.ts';

export const OrganisationsPage = () => {
  const { t } = useTranslation();
  const words = useOrganisationWords();
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const [edited, setEdited] = useState<OrganisationView | 'new' | null>(null);
  const [importing, setImporting] = useState(false);
  const { data, isPending, error } = useQuery({
    queryKey: ['organisations', text, page],
    queryFn: () => fetchOrganisations({ q: text, page, size: 50 }),
  });
  const columns: ColumnsType<OrganisationView> = [
    { title: t('organisations.code'), dataIndex: 'code' },
    {
      title: t('organisations.name'),
      key: 'title',
      render: (_, row) => (
        <Button
          type="link"
          style={{ padding: 0 }}
          onClick={() => {
            setEdited(row);
          }}
        >
          {row.title}
        </Button>
      ),
    },
    {
      title: t('organisations.kinds'),
      key: 'kinds',
      render: (_, row) => row.kinds.map(({ kind }) => <Tag key={kind}>{words.kinds[kind] ?? kind}</Tag>),
    },
    { title: t('organisations.level'), dataIndex: 'level' },
    { title: t('organisations.parent'), dataIndex: 'parentTitle' },
    { title: t('organisations.people'), dataIndex: 'people' },
    {
      title: t('organisations.active'),
      key: 'active',
      render: (_, row) => (row.active ? t('yes') : <Tag color="error">{t('organisations.left')}</Tag>),
    },
  ];
  return (
    <div className="page">
      <PageHeading title={t('organisations.title')}>
        <Space wrap>
          <Input.Search
            allowClear
            placeholder={t('organisations.search')}
            onSearch={(value) => {
              setText(value);
              setPage(1);
            }}
          />
          <Button
            onClick={() => {
              setImporting(true);
            }}
          >
            {t('organisations.import')}
          </Button>
          <Button
            type="primary"
            onClick={() => {
              setEdited('new');
            }}
          >
            {t('organisations.add')}
          </Button>
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
        locale={{
          emptyText: <Empty description={t(text === '' ? 'organisations.empty' : 'organisations.none-found')} />,
        }}
        pagination={{
          current: page,
          pageSize: 50,
          total: data?.total ?? 0,
          showSizeChanger: false,
          hideOnSinglePage: true,
          onChange: setPage,
        }}
      />
      {edited === null ? null : (
        <OrganisationDialog
          organisation={edited === 'new' ? null : edited}
          words={words}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
      {importing ? (
        <ImportDialog
          onClose={() => {
            setImporting(false);
          }}
        />
      ) : null}
    </div>
  );
};

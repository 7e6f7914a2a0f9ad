import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown, Empty, Input, Space, Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OneTimePassword, PersonView } from '#contract/wire/person.ts';
import { fetchPeople, resetPassword, unlockPerson } from '../../api/administration.ts';
import { moment } from '../../ui/dates.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { PasswordSlip } from './password-slip.tsx';
import { PersonDialog } from './person-dialog.tsx';

export const PeoplePage = () => {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const [edited, setEdited] = useState<PersonView | 'new' | null>(null);
  const [slip, setSlip] = useState<OneTimePassword | null>(null);
  const { data, isPending, error } = useQuery({
    queryKey: ['people', text, page],
    queryFn: () => fetchPeople({ q: text, page, size: 50 }),
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ['people'] });
  const reset = useMutation({
    mutationFn: resetPassword,
    onSuccess: async (made) => {
      setSlip(made);
      await refresh();
    },
  });
  const unlock = useMutation({ mutationFn: unlockPerson, onSuccess: refresh });
  const columns: ColumnsType<PersonView> = [
    { title: t('sign-in.account'), dataIndex: 'account' },
    {
      title: t('people.name'),
      key: 'name',
      render: (_, row) => (
        <Button
          type="link"
          style={{ padding: 0 }}
          onClick={() => {
            setEdited(row);
          }}
        >
          {row.name}
        </Button>
      ),
    },
    {
      title: t('people.roles'),
      key: 'roles',
      render: (_, row) =>
        row.memberships.map((held) => (
          <Tag key={held.id}>{[held.organisation?.title, held.roleTitle].filter(Boolean).join(' · ')}</Tag>
        )),
    },
    {
      title: t('people.state'),
      key: 'state',
      render: (_, row) => (
        <>
          {row.active ? null : <Tag color="error">{t('people.disabled')}</Tag>}
          {row.locked ? <Tag color="warning">{t('people.locked')}</Tag> : null}
          {row.mustChangePassword ? <Tag>{t('people.invited')}</Tag> : null}
        </>
      ),
    },
    {
      title: t('people.last'),
      key: 'last',
      render: (_, row) => (row.lastSignIn === null ? '—' : moment(row.lastSignIn, i18n.language)),
    },
    {
      title: '',
      key: 'more',
      render: (_, row) => (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              {
                key: 'reset',
                label: t('people.reset'),
                onClick: () => {
                  reset.mutate(row.id);
                },
              },
              ...(row.locked
                ? [
                    {
                      key: 'unlock',
                      label: t('people.unlock'),
                      onClick: () => {
                        unlock.mutate(row.id);
                      },
                    },
                  ]
                : []),
            ],
          }}
        >
          <Button size="small">{t('more')}</Button>
        </Dropdown>
      ),
    },
  ];
  return (
    <div className="page">
      <PageHeading title={t('people.title')}>
        <Space wrap>
          <Input.Search
            allowClear
            placeholder={t('people.search')}
            onSearch={(value) => {
              setText(value);
              setPage(1);
            }}
          />
          <Button
            type="primary"
            onClick={() => {
              setEdited('new');
            }}
          >
            {t('people.add')}
          </Button>
        </Space>
      </PageHeading>
      <ProblemAlert error={error ?? reset.error ?? unlock.error} />
      <Table
        rowKey="id"
        size="middle"
        loading={isPending}
        columns={columns}
        dataSource={data?.rows ?? []}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty description={t('people.empty')} /> }}
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
        <PersonDialog
          person={edited === 'new' ? null : edited}
          onClose={() => {
            setEdited(null);
          }}
          onInvited={setSlip}
        />
      )}
      {slip === null ? null : (
        <PasswordSlip
          slip={slip}
          onClose={() => {
            setSlip(null);
          }}
        />
      )}
    </div>
  );
};

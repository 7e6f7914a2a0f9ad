import { useQueryClient } from '@tanstack/react-query';
import { Button, Empty, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadlinesView, ExtensionView } from '#contract/wire/deadline.ts';
import { revokeExtension } from '../../api/deadlines.ts';
import { day, moment } from '../../ui/dates.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { dueDayIn } from './due-days.ts';

/** Who got more time than the rules give, why, and from whom. */
export const ExtensionTable = ({ view }: { view: DeadlinesView }) => {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [revoked, setRevoked] = useState<ExtensionView | null>(null);
  const titleOf = (workflow: string, key: string): string => {
    const found = view.deadlines.find((deadline) => deadline.workflow === workflow && deadline.key === key);
    return found?.title ?? key;
  };
  const periodOf = (workflow: string, key: string | null): string =>
    view.deadlines.find((one) => one.workflow === workflow)?.periods.find((period) => period.key === key)?.title ?? '';
  return (
    <>
      {revoked === null ? null : (
        <ReasonDialog
          title={t('deadlines.extension.revoke')}
          explain={t('deadlines.extension.revoke-help', { title: revoked.title })}
          onGiven={async (reason) => {
            await revokeExtension(view.programme, revoked.id, reason);
            await queries.invalidateQueries();
          }}
          onClose={() => {
            setRevoked(null);
          }}
        />
      )}
      <Table
        rowKey="id"
        size="middle"
        dataSource={view.extensions}
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <Empty description={t('deadlines.extension.none')} /> }}
        columns={[
          { title: t('deadlines.extension.organisation'), dataIndex: 'title' },
          {
            title: t('deadlines.deadline'),
            key: 'deadline',
            render: (_, row) => [titleOf(row.workflow, row.deadline), periodOf(row.workflow, row.period)].join(' '),
          },
          {
            title: t('deadlines.extension.to'),
            key: 'due',
            render: (_, row) => day(dueDayIn(row.due, view.zone), i18n.language),
          },
          { title: t('deadlines.extension.reason'), dataIndex: 'reason' },
          { title: t('deadlines.extension.by'), dataIndex: 'by' },
          { title: t('deadlines.extension.at'), key: 'at', render: (_, row) => moment(row.at, i18n.language) },
          {
            key: 'revoke',
            render: (_, row) => (
              <Button
                size="small"
                onClick={() => {
                  setRevoked(row);
                }}
              >
                {t('deadlines.extension.revoke')}
              </Button>
            ),
          },
        ]}
      />
    </>
  );
};

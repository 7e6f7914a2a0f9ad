import { InboxOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Modal, Table, Typography, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '#contract/wire/organisation.ts';
import { importOrganisations } from '../../api/administration.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

/** Office programs of China still write GB18030; text that is not UTF-8 is read as that. */
const textOf = async (file: File): Promise<string> => {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};

const Report = ({ report }: { report: ImportReport }) => {
  const { t } = useTranslation();
  return (
    <>
      <Alert
        type={report.problems.length === 0 ? 'success' : 'error'}
        showIcon
        title={t('import.counts', {
          created: report.created,
          changed: report.changed,
          same: report.same,
          problems: report.problems.length,
        })}
        style={{ margin: '12px 0' }}
      />
      {report.problems.length === 0 ? null : (
        <Table
          size="small"
          rowKey={(row) => `${String(row.line)} ${row.column} ${row.message}`}
          dataSource={report.problems}
          pagination={{ pageSize: 8, hideOnSinglePage: true }}
          columns={[
            { title: t('import.line'), dataIndex: 'line' },
            { title: t('import.column'), dataIndex: 'column' },
            { title: t('import.problem'), dataIndex: 'message' },
          ]}
        />
      )}
    </>
  );
};

/** Hundreds of organisations from one table: first tried, then done, nothing half done. */
export const ImportDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [csv, setCsv] = useState<string | null>(null);
  const trial = useMutation({ mutationFn: (text: string) => importOrganisations(text, false) });
  const apply = useMutation({
    mutationFn: (text: string) => importOrganisations(text, true),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['organisations'] });
      onClose();
    },
  });
  const read = async (file: File): Promise<void> => {
    const text = await textOf(file);
    setCsv(text);
    trial.mutate(text);
  };
  const ready = csv !== null && trial.data?.problems.length === 0;
  return (
    <Modal
      open
      title={t('organisations.import')}
      okText={t('import.apply')}
      okButtonProps={{ disabled: !ready, loading: apply.isPending }}
      onOk={() => {
        if (csv !== null) apply.mutate(csv);
      }}
      onCancel={onClose}
    >
      <Typography.Paragraph>{t('import.help')}</Typography.Paragraph>
      <Typography.Paragraph code>code,title,kinds,level,parent,relations,attributes</Typography.Paragraph>
      <Upload.Dragger
        accept=".csv,text/csv"
        showUploadList={false}
        beforeUpload={(file) => {
          void read(file);
          return false;
        }}
      >
        <p>
          <InboxOutlined style={{ fontSize: 32 }} />
        </p>
        <p>{t('import.drop')}</p>
      </Upload.Dragger>
      <ProblemAlert error={trial.error ?? apply.error} />
      {trial.data === undefined ? null : <Report report={trial.data} />}
    </Modal>
  );
};

import { useMutation } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProgrammeView } from '#contract/wire/definition.ts';
import { fetchExport } from '../../api/definitions.ts';
import { downloadFile } from '../../ui/csv.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Props {
  programme: ProgrammeView;
  /** The workflow that the overview shows, whose form is offered first. */
  workflow: string | null;
  /** Whether this person may have personal values whole. */
  whole: boolean;
  onClose: () => void;
}

interface Wish {
  form: string;
  reason?: string;
}

/** Everything handed in on a form, as a table that a spreadsheet opens; fields of earlier versions stand in it as well. */
export const ExportDialog = ({ programme, workflow, whole, onClose }: Props) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Wish>();
  const forms = new Map(programme.workflows.map((one) => [one.form, one.formTitle]));
  const first = programme.workflows.find(({ key }) => key === workflow) ?? programme.workflows[0];
  const taken = useMutation({
    mutationFn: ({ form: key, reason = '' }: Wish) =>
      fetchExport(programme.key, key, reason.trim() === '' ? undefined : reason.trim()),
    onSuccess: (file, { form: key }) => {
      downloadFile(`${forms.get(key) ?? key}.csv`, file);
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('board.export')}
      okText={t('board.export-do')}
      confirmLoading={taken.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <p className="quiet">{t('board.export-explain')}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ form: first?.form }}
        onFinish={(wish) => {
          taken.mutate(wish);
        }}
      >
        <Form.Item name="form" label={t('case.form')} rules={[{ required: true, message: t('board.export-form') }]}>
          <Select options={[...forms].map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        {whole ? (
          <Form.Item name="reason" label={t('board.export-reason')} extra={t('board.export-reason-help')}>
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
        ) : null}
      </Form>
      <ProblemAlert error={taken.error} />
    </Modal>
  );
};

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CellAddress } from '#contract/wire/case.ts';
import { openQuery } from '../../api/cases.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

export interface RemarkTarget {
  address: CellAddress;
  name: string;
}

/** Writes a remark on one cell; the institution sees it beside that cell. */
export const RemarkDialog = ({
  caseId,
  target,
  onClose,
}: {
  caseId: string;
  target: RemarkTarget;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form] = Form.useForm<{ text: string }>();
  const open = useMutation({
    mutationFn: ({ text }: { text: string }) => openQuery(caseId, target.address, text),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['case', caseId] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('query.add-to', { name: target.name })}
      okText={t('query.add')}
      confirmLoading={open.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={(values) => {
          open.mutate(values);
        }}
      >
        <Form.Item
          name="text"
          label={t('query.text')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea rows={3} maxLength={2000} autoFocus />
        </Form.Item>
      </Form>
      <ProblemAlert error={open.error} />
    </Modal>
  );
};

import { useMutation } from '@tanstack/react-query';
import { Form, Input, Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './problem-alert.tsx';

interface Props {
  title: string;
  explain: string;
  onGiven: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for a reason before something that is recorded with it. */
export const ReasonDialog = ({ title, explain, onGiven, onClose }: Props) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const give = useMutation({ mutationFn: onGiven, onSuccess: onClose });
  return (
    <Modal
      open
      title={title}
      okText={t('confirm')}
      confirmLoading={give.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <Typography.Paragraph>{explain}</Typography.Paragraph>
      <Form
        form={form}
        layout="vertical"
        onFinish={({ reason }) => {
          give.mutate(reason);
        }}
      >
        <Form.Item
          name="reason"
          label={t('case.reason')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('case.comment-missing') }]}
        >
          <Input.TextArea rows={3} maxLength={500} autoFocus />
        </Form.Item>
      </Form>
      <ProblemAlert error={give.error} />
    </Modal>
  );
};

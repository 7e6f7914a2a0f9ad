import { Alert, Checkbox, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AvailableAction } from '#contract/wire/case.ts';

export interface WalkWords {
  comment?: string;
  reasons?: string[];
}

interface Props {
  action: AvailableAction;
  onConfirm: (words: WalkWords) => void;
  onClose: () => void;
}

/**
 * Asks for the words that an action may need. Nothing is required here: what the definition demands is told by the refusal, so
 * that an author sees it refused once.
 */
export const WalkDialog = ({ action, onConfirm, onClose }: Props) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<WalkWords>();
  return (
    <Modal
      open
      title={action.title}
      okText={action.title}
      cancelText={t('cancel')}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      {action.help === null ? null : <p>{action.help}</p>}
      {action.warnings.length === 0 ? null : (
        <Alert type="warning" showIcon title={t('case.warnings')} description={action.warnings.join('；')} />
      )}
      <Form form={form} layout="vertical" onFinish={onConfirm}>
        {action.reasons.length === 0 ? null : (
          <Form.Item name="reasons" label={t('case.reasons')}>
            <Checkbox.Group options={action.reasons.map(({ code, title }) => ({ value: code, label: title }))} />
          </Form.Item>
        )}
        {action.comment === 'none' && !action.proxy ? null : (
          <Form.Item
            name="comment"
            label={action.comment === 'required' ? t('walk.comment-required') : t('case.comment')}
          >
            <Input.TextArea rows={2} maxLength={2000} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
};

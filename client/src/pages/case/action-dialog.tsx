import { Alert, Checkbox, Form, Input, Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AvailableAction, CaseView } from '#contract/wire/case.ts';
import { dueMoment } from '../../ui/dates.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

export interface ActionInput {
  comment?: string;
  reasons?: string[];
}

interface Props {
  view: CaseView;
  action: AvailableAction;
  warnings: string[];
  error: unknown;
  busy: boolean;
  onConfirm: (input: ActionInput) => void;
  onClose: () => void;
}

/** Asks for what an action needs (a comment, reasons), shows warnings and what will follow, and then takes it. */
export const ActionDialog = ({ view, action, warnings, error, busy, onConfirm, onClose }: Props) => {
  const { t, i18n } = useTranslation();
  const [form] = Form.useForm<ActionInput>();
  const needsComment = action.comment === 'required' || action.proxy;
  return (
    <Modal
      open
      title={action.proxy ? t('case.by-proxy', { title: action.title }) : action.title}
      okText={action.title}
      confirmLoading={busy}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <Typography.Paragraph>
        {view.workflowTitle}
        {view.organisation === null ? '' : ` · ${view.organisation.title}`}
        {view.period === null ? '' : ` · ${view.period.title}`}
      </Typography.Paragraph>
      {action.help === null ? null : <Typography.Paragraph type="secondary">{action.help}</Typography.Paragraph>}
      {action.kind === 'submit' && view.due !== null ? (
        <Typography.Paragraph type="secondary">
          {t('case.due-note', { due: dueMoment(view.due, i18n.language) })}
        </Typography.Paragraph>
      ) : null}
      {warnings.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('case.warnings')}
          description={
            <ul className="issue-list">
              {warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          }
          style={{ marginBottom: 12 }}
        />
      )}
      <Form form={form} layout="vertical" onFinish={onConfirm}>
        {action.reasons.length === 0 ? null : (
          <Form.Item
            name="reasons"
            label={t('case.reasons')}
            rules={[{ required: true, message: t('case.reasons-missing') }]}
          >
            <Checkbox.Group options={action.reasons.map(({ code, title }) => ({ value: code, label: title }))} />
          </Form.Item>
        )}
        {action.comment === 'none' && !action.proxy ? null : (
          <Form.Item
            name="comment"
            label={t('case.comment')}
            rules={needsComment ? [{ required: true, whitespace: true, message: t('case.comment-missing') }] : []}
          >
            <Input.TextArea rows={4} maxLength={2000} showCount />
          </Form.Item>
        )}
      </Form>
      <ProblemAlert error={error} />
    </Modal>
  );
};

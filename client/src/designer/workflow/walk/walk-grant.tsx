import { DatePicker, Form, Input, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { ScenarioStep } from '#contract/definition/scenario.ts';
import type { Command } from '#engine/command.ts';
import { dueDay } from '../../../ui/dates.ts';

export type Grant = { kind: 'extend'; deadline: string; title: string; due: string } | { kind: 'exempt' };

interface Props {
  grant: Grant;
  onConfirm: (command: Command, step: ScenarioStep) => void;
  onClose: () => void;
}

/** More time, or being let off, with a reason. */
export const WalkGrant = ({ grant, onConfirm, onClose }: Props) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ to?: Dayjs; reason: string }>();
  const finish = ({ to, reason }: { to?: Dayjs; reason: string }): void => {
    if (grant.kind === 'exempt') onConfirm({ type: 'exempt', reason }, { exempt: true, comment: reason });
    else if (to !== undefined) {
      const day = to.format('YYYY-MM-DD');
      onConfirm(
        { type: 'extend', deadline: grant.deadline, to: day, reason },
        { extend: { deadline: grant.deadline, to: day }, comment: reason },
      );
    }
  };
  const title = grant.kind === 'exempt' ? t('case.exempt') : t('walk.extend', { title: grant.title });
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={t('cancel')}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={finish}>
        {grant.kind === 'extend' ? (
          <Form.Item
            name="to"
            label={t('case.extend-to')}
            rules={[{ required: true, message: t('required') }]}
            initialValue={dueDay(grant.due).add(3, 'day')}
          >
            <DatePicker />
          </Form.Item>
        ) : null}
        <Form.Item name="reason" label={t('case.reason')} rules={[{ required: true, message: t('required') }]}>
          <Input.TextArea rows={2} />
        </Form.Item>
      </Form>
    </Modal>
  );
};

import { Alert, App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadlinesView } from '#contract/wire/deadline.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ChangeForm } from './change-form.tsx';
import { wanted, type Wish } from './change-wish.ts';
import { EffectPanel } from './effect-panel.tsx';
import { useChange } from './use-change.ts';

interface Props {
  view: DeadlinesView;
  begin: Pick<Wish, 'which' | 'period'>;
  onChanged: () => void;
  onClose: () => void;
}

const FRESH: Wish = { scope: 'all', way: 'due', direction: 1, within: { unit: 'WD' } };

/** Moves a deadline: what, for whom, to when, why; with the effect beside it before it is confirmed. */
export const ChangeDialog = ({ view, begin, onChanged, onClose }: Props) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [wish, setWish] = useState<Wish>({ ...FRESH, ...begin });
  const [form] = Form.useForm<{ reason: string }>();
  const request = wanted(wish, view);
  const { preview, change, isStale } = useChange(view.programme, request, (moved) => {
    void message.success(moved === 0 ? t('deadlines.done-rule') : t('deadlines.done', { count: moved }));
    onChanged();
    onClose();
  });
  const told = request === null ? undefined : preview.data;
  const isReady = told?.refusals.length === 0 && !preview.isFetching;
  return (
    <Modal
      open
      width={720}
      title={t('deadlines.change')}
      okText={told === undefined ? t('deadlines.confirm') : t('deadlines.confirm-count', { count: told.counts.moved })}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={change.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <ChangeForm
        view={view}
        wish={wish}
        onWish={(part) => {
          change.reset();
          setWish((now) => ({ ...now, ...part }));
        }}
      />
      {isStale ? <Alert type="warning" showIcon title={t('deadlines.stale')} /> : null}
      <EffectPanel preview={told} isCounting={request !== null && preview.isFetching} zone={view.zone} />
      <ProblemAlert error={request === null ? null : (preview.error ?? (isStale ? null : change.error))} />
      <Form
        form={form}
        layout="vertical"
        onFinish={({ reason }) => {
          if (request !== null && told !== undefined) change.mutate({ wish: request, token: told.token, reason });
        }}
      >
        <Form.Item
          name="reason"
          label={t('deadlines.reason')}
          extra={t('deadlines.reason-help')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('deadlines.reason-missing') }]}
        >
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
};

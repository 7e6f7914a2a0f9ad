import { Alert, Button, Form, Input, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeliveryView } from '#contract/wire/delivery.ts';
import type { ContestPlace } from '../../api/contests.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { recipientsIn } from './recipients.ts';
import { useMailing } from './use-mailing.ts';

const sum = (view: DeliveryView, state: 'waiting' | 'sent' | 'refused'): number =>
  view.batches.reduce((total, batch) => total + batch[state], 0);

type Mailing = ReturnType<typeof useMailing>;

const RecipientsForm = ({ add }: Pick<Mailing, 'add'>) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ batch: string; pasted: string }>();
  const pasted = Form.useWatch('pasted', form) as string | undefined;
  const { addresses, wrong } = recipientsIn(pasted ?? '');
  return (
    <Form
      form={form}
      layout="vertical"
      className="contest-form"
      onFinish={({ batch }: { batch: string }) => {
        add.mutate(
          { batch, recipients: addresses },
          {
            onSuccess: () => {
              form.resetFields();
            },
          },
        );
      }}
    >
      <Form.Item
        name="batch"
        label={t('contests.mail-batch')}
        rules={[{ required: true, pattern: /^[a-z0-9_-]{1,40}$/, message: t('contests.batch-wrong') }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="pasted"
        label={t('contests.recipients')}
        extra={t('contests.recipients-help')}
        rules={[{ required: true, whitespace: true, message: t('contests.recipients-missing') }]}
      >
        <Input.TextArea rows={4} />
      </Form.Item>
      {wrong.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('contests.recipients-wrong', { count: wrong.length })}
          description={wrong.slice(0, 5).join('、')}
        />
      )}
      <Button htmlType="submit" loading={add.isPending} disabled={addresses.length === 0}>
        {t('contests.recipients-add', { count: addresses.length })}
      </Button>
      <ProblemAlert error={add.error} />
    </Form>
  );
};

const Sending = ({ view, send, stop, drop }: { view: DeliveryView } & Omit<Mailing, 'view' | 'add'>) => {
  const { t } = useTranslation();
  const [waiting, sent, refused] = [sum(view, 'waiting'), sum(view, 'sent'), sum(view, 'refused')];
  const total = waiting + sent + refused;
  if (total === 0) return null;
  const words = t('contests.mail-progress', { sent, total, refused });
  return (
    <div className="contest-stack">
      <p role="status">{words}</p>
      <Progress aria-label={words} percent={Math.floor((100 * (sent + refused)) / total)} />
      {waiting === 0 ? null : (
        <div className="contest-buttons">
          <Button
            type="primary"
            loading={send.isPending}
            onClick={() => {
              send.mutate();
            }}
          >
            {t('contests.mail-send', { count: waiting })}
          </Button>
          {send.isPending ? <Button onClick={stop}>{t('contests.mail-stop')}</Button> : null}
          <Button
            disabled={send.isPending}
            onClick={() => {
              drop.mutate('waiting');
            }}
          >
            {t('contests.mail-drop')}
          </Button>
        </div>
      )}
      {send.data === 'stuck' ? <Alert type="warning" showIcon title={t('contests.mail-stuck')} /> : null}
      {view.refused.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('contests.mail-refused', { count: refused })}
          description={view.refused.map(({ recipient }) => recipient).join('、')}
          action={
            <Button
              onClick={() => {
                drop.mutate('refused');
              }}
            >
              {t('contests.mail-drop-refused')}
            </Button>
          }
        />
      )}
      <ProblemAlert error={send.error ?? drop.error} />
    </div>
  );
};

/** Codes sent to single people. Going on after a break gives whoever was not reached another code. */
export const MailPart = ({ place, canMail }: { place: ContestPlace; canMail: boolean }) => {
  const { t } = useTranslation();
  const { view, add, drop, send, stop } = useMailing(place);
  return (
    <div className="contest-stack">
      <h3>{t('contests.mail-codes')}</h3>
      {canMail ? (
        <>
          <p className="quiet">{t('contests.mail-help')}</p>
          <RecipientsForm add={add} />
          {view.data === undefined ? null : <Sending view={view.data} send={send} stop={stop} drop={drop} />}
        </>
      ) : (
        <Alert type="info" showIcon title={t('contests.no-mail')} description={t('contests.no-mail-help')} />
      )}
      <ProblemAlert error={view.error} />
    </div>
  );
};

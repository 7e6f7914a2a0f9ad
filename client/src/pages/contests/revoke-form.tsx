import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ContestPlace, revokeCode } from '../../api/contests.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { Slip } from './slip.ts';

interface Given {
  which: string;
  replace: boolean;
}

/** The number of a slip is 12 small hexadecimal digits; anything else is taken for a code. */
const SLIP = /^[0-9a-f]{12}$/;

/** Makes a lost or passed-on code useless, and another one in its place. */
export const RevokeForm = ({ place, onIssued }: { place: ContestPlace; onIssued: (slips: Slip[]) => void }) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const revoke = useMutation({
    mutationFn: ({ which, replace }: Given) => {
      const typed = which.trim();
      return revokeCode(place, { ...(SLIP.test(typed) ? { slip: typed } : { code: typed }), replace });
    },
    onSuccess: ({ codes }) => {
      form.resetFields();
      if (codes.length > 0) onIssued(codes.map((one) => ({ ...one, batch: t('contests.replaced') })));
    },
  });
  return (
    <Form<Given>
      form={form}
      layout="vertical"
      className="contest-form"
      initialValues={{ replace: true }}
      onFinish={(given) => {
        revoke.mutate(given);
      }}
    >
      <h3>{t('contests.revoke')}</h3>
      <Form.Item
        name="which"
        label={t('contests.revoke-which')}
        extra={t('contests.revoke-help')}
        rules={[{ required: true, whitespace: true, message: t('contests.revoke-missing') }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="replace" valuePropName="checked">
        <Checkbox>{t('contests.revoke-replace')}</Checkbox>
      </Form.Item>
      <Button danger htmlType="submit" loading={revoke.isPending}>
        {t('contests.revoke-do')}
      </Button>
      {revoke.isSuccess ? <Alert type="success" showIcon title={t('contests.revoked')} /> : null}
      <ProblemAlert error={revoke.error} />
    </Form>
  );
};

import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { fetchReceipt } from '../../api/starts.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

/** How a sign-up stands, for whoever has its receipt number. */
export const ReceiptQuestion = ({ held }: { held: string | null }) => {
  const { t, i18n } = useTranslation();
  const ask = useMutation({ mutationFn: (receipt: string) => fetchReceipt(receipt.trim().toUpperCase()) });
  const isUnknown = ask.error instanceof ApiProblem && (ask.error.status === 404 || ask.error.status === 422);
  return (
    <Card size="small" title={<h2 className="card-title">{t('join.look-up')}</h2>} style={{ marginTop: 16 }}>
      <Form
        layout="vertical"
        initialValues={{ receipt: held ?? '' }}
        onFinish={({ receipt }: { receipt: string }) => {
          ask.mutate(receipt);
        }}
      >
        <Form.Item name="receipt" label={t('join.receipt')}>
          <Input placeholder="7KQM-2XPA-9RTD" autoComplete="off" maxLength={14} />
        </Form.Item>
        <Button htmlType="submit" loading={ask.isPending}>
          {t('join.ask')}
        </Button>
      </Form>
      {isUnknown ? <Alert type="warning" showIcon title={t('join.not-found')} /> : <ProblemAlert error={ask.error} />}
      {ask.data === undefined ? null : (
        <Alert
          type={ask.data.final === 'success' ? 'success' : 'info'}
          showIcon
          style={{ marginTop: 12 }}
          title={t('join.state', {
            title: ask.data.title,
            organisation: ask.data.organisation,
            state: ask.data.stateTitle,
          })}
          description={t('join.updated', { at: new Date(ask.data.at).toLocaleString(i18n.language) })}
        />
      )}
    </Card>
  );
};

import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Input, Space, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { OpenPublicMatter } from '#contract/wire/matter.ts';
import { fetchAnswer, fetchPublicMatter, openPublicMatter } from '../../api/judging.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

const Ask = () => {
  const { t } = useTranslation();
  const [receipt, setReceipt] = useState('');
  const asking = useMutation({ mutationFn: () => fetchAnswer(receipt) });
  return (
    <Card size="small" title={t('objection.ask')}>
      <Space orientation="vertical" className="wide">
        <Input.Search
          value={receipt}
          aria-label={t('objection.ask')}
          loading={asking.isPending}
          onChange={(event) => {
            setReceipt(event.target.value);
          }}
          onSearch={() => {
            asking.mutate();
          }}
        />
        {asking.data === undefined ? null : <Alert title={asking.data.answer ?? t('objection.waiting')} />}
        <ProblemAlert error={asking.error} />
      </Space>
    </Card>
  );
};

/** An objection, or a question, of somebody without an account; and what became of an earlier one. */
export const ObjectionPage = () => {
  const { t } = useTranslation();
  const { id = '', kind = '' } = useParams();
  const { data, error } = useQuery({ queryKey: ['objection', id, kind], queryFn: () => fetchPublicMatter(id, kind) });
  const sending = useMutation({ mutationFn: (body: OpenPublicMatter) => openPublicMatter(id, kind, body) });
  return (
    <main className="page">
      <Space orientation="vertical" className="wide">
        {data === undefined ? null : (
          <Card title={data.title}>
            <p>
              {data.programme} · {data.about}
            </p>
            {sending.data === undefined ? (
              <Form<OpenPublicMatter>
                layout="vertical"
                onFinish={(body) => {
                  sending.mutate(body);
                }}
              >
                <Form.Item name="name" label={t('objection.name')} rules={[{ required: true, message: t('required') }]}>
                  <Input maxLength={60} autoComplete="name" />
                </Form.Item>
                <Form.Item
                  name="contact"
                  label={t('objection.contact')}
                  extra={t('objection.privacy')}
                  rules={[{ required: true, min: 3, message: t('required') }]}
                >
                  <Input maxLength={120} autoComplete="tel" />
                </Form.Item>
                <Form.Item name="text" label={t('matter.text')} rules={[{ required: true, message: t('required') }]}>
                  <Input.TextArea rows={5} maxLength={4000} />
                </Form.Item>
                <Button type="primary" htmlType="submit" loading={sending.isPending}>
                  {t('matter.send')}
                </Button>
              </Form>
            ) : (
              <Alert
                type="success"
                title={t('objection.receipt')}
                description={<Typography.Text copyable>{sending.data.receipt}</Typography.Text>}
              />
            )}
            <ProblemAlert error={sending.error} />
          </Card>
        )}
        <ProblemAlert error={error} />
        <Ask />
      </Space>
    </main>
  );
};

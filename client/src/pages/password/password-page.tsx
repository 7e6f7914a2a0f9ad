import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate } from 'react-router';
import { changePassword } from '../../api/session.ts';
import { useSession } from '../../api/use-session.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Values {
  current: string;
  next: string;
  again: string;
}

/** Sets a new password: at the first sign-in, when it is too old, or by choice. */
export const PasswordPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: session, isPending } = useSession();
  const change = useMutation({
    mutationFn: ({ current, next }: Values) => changePassword(current, next),
    onSuccess: (changed) => {
      queries.setQueryData(['session'], changed);
      void navigate('/', { replace: true });
    },
  });
  if (!isPending && session === null) return <Navigate to="/sign-in" replace />;
  return (
    <main className="centred">
      <Card className="sign-in" title={t('password.title')}>
        {session?.mustChangePassword === true ? (
          <Alert type="info" showIcon title={t('password.first')} style={{ marginBottom: 16 }} />
        ) : null}
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={(values: Values) => {
            change.mutate(values);
          }}
        >
          <Form.Item
            name="current"
            label={t('password.current')}
            rules={[{ required: true, message: t('password.current-missing') }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item
            name="next"
            label={t('password.next')}
            extra={t('password.policy')}
            rules={[{ required: true, message: t('password.next-missing') }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="again"
            label={t('password.again')}
            dependencies={['next']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_, value) =>
                  value === getFieldValue('next')
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('password.different'))),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <ProblemAlert error={change.error} />
          <Button type="primary" htmlType="submit" block loading={change.isPending} style={{ marginTop: 12 }}>
            {t('password.save')}
          </Button>
        </Form>
      </Card>
    </main>
  );
};

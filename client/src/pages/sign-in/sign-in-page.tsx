import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import type { SessionView } from '#contract/wire/session.ts';
import { fetchInstallation, signIn, signInToDemonstration } from '../../api/session.ts';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { DemonstrationAccounts } from './demonstration-accounts.tsx';

/** Only a path of this site: a link from outside cannot send somebody elsewhere after signing in. */
const safeTarget = (to: string | null): string => (to !== null && /^\/(?!\/)/.test(to) ? to : '/');

export const SignInPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [search] = useSearchParams();
  const { data: installation } = useQuery({ queryKey: ['installation'], queryFn: fetchInstallation });
  const enter = (session: SessionView): void => {
    queries.clear();
    queries.setQueryData(['session'], session);
    void navigate(session.mustChangePassword ? '/password' : safeTarget(search.get('to')), { replace: true });
  };
  const withPassword = useMutation({
    mutationFn: ({ account, password }: { account: string; password: string }) => signIn(account, password),
    onSuccess: enter,
  });
  const oneClick = useMutation({ mutationFn: signInToDemonstration, onSuccess: enter });
  if (installation?.needsSetUp === true) return <Navigate to="/set-up" replace />;
  return (
    <main className="centred">
      <Card className="sign-in" extra={<LanguageSwitch />} title={t('frame.name')}>
        <Typography.Title level={1} style={{ fontSize: 20, marginTop: 0 }}>
          {t('sign-in.title')}
        </Typography.Title>
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={(values: { account: string; password: string }) => {
            withPassword.mutate(values);
          }}
        >
          <Form.Item
            name="account"
            label={t('sign-in.account')}
            rules={[{ required: true, message: t('sign-in.account-missing') }]}
          >
            <Input autoComplete="username" autoFocus size="large" />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('sign-in.password')}
            rules={[{ required: true, message: t('sign-in.password-missing') }]}
          >
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
          <ProblemAlert error={withPassword.error ?? oneClick.error} />
          <Button
            type="primary"
            htmlType="submit"
            size="large"
            block
            loading={withPassword.isPending}
            style={{ marginTop: 12 }}
          >
            {t('sign-in.enter')}
          </Button>
        </Form>
        {installation?.demonstration === true ? (
          <DemonstrationAccounts
            accounts={installation.accounts}
            busy={oneClick.isPending}
            onChoose={(account) => {
              oneClick.mutate(account);
            }}
          />
        ) : null}
      </Card>
    </main>
  );
};

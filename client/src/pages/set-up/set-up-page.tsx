import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { SavePerson } from '#contract/wire/person.ts';
import { setUp } from '../../api/session.ts';
import { fitting } from '../../ui/fitting.ts';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Values {
  account: string;
  name: string;
  password: string;
}

/** Makes the first administrator of an empty installation, by the one-time link that the start printed. */
export const SetUpPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  // The token stands in the fragment: it never reaches an access log.
  const token = useLocation().hash.slice(1);
  const make = useMutation({
    mutationFn: (values: Values) => setUp({ token, ...values }),
    onSuccess: (session) => {
      queries.clear();
      queries.setQueryData(['session'], session);
      void navigate('/', { replace: true });
    },
  });
  return (
    <main className="centred">
      <Card className="sign-in" extra={<LanguageSwitch />} title={t('set-up.title')}>
        <Alert
          type="info"
          showIcon
          title={token === '' ? t('set-up.no-token') : t('set-up.explain')}
          style={{ marginBottom: 16 }}
        />
        <Form
          layout="vertical"
          requiredMark={false}
          disabled={token === ''}
          onFinish={(values: Values) => {
            make.mutate(values);
          }}
        >
          <Form.Item
            name="account"
            label={t('sign-in.account')}
            extra={t('people.account-help')}
            rules={[
              { required: true, message: t('sign-in.account-missing') },
              fitting(SavePerson.shape.account, t('people.account-help')),
            ]}
          >
            <Input autoComplete="username" />
          </Form.Item>
          <Form.Item
            name="name"
            label={t('set-up.name')}
            rules={[{ required: true, message: t('set-up.name-missing') }]}
          >
            <Input autoComplete="name" />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('sign-in.password')}
            extra={t('password.policy')}
            rules={[{ required: true, message: t('sign-in.password-missing') }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <ProblemAlert error={make.error} />
          <Button type="primary" htmlType="submit" block loading={make.isPending} style={{ marginTop: 12 }}>
            {t('set-up.make')}
          </Button>
        </Form>
      </Card>
    </main>
  );
};

import { Alert, Descriptions, Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OneTimePassword } from '#contract/wire/person.ts';

/** The one-time password, shown once, to be copied or printed and handed over. */
export const PasswordSlip = ({ slip, onClose }: { slip: OneTimePassword; onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Modal
      open
      title={t('slip.title')}
      okText={t('slip.print')}
      cancelText={t('close')}
      onOk={() => {
        window.print();
      }}
      onCancel={onClose}
    >
      <Alert type="warning" showIcon title={t('slip.once')} style={{ marginBottom: 12 }} />
      <Descriptions
        bordered
        column={1}
        items={[
          { key: 'address', label: t('slip.address'), children: window.location.origin },
          {
            key: 'account',
            label: t('sign-in.account'),
            children: <Typography.Text copyable>{slip.account}</Typography.Text>,
          },
          {
            key: 'password',
            label: t('slip.password'),
            children: (
              <Typography.Text copyable code>
                {slip.password}
              </Typography.Text>
            ),
          },
        ]}
      />
    </Modal>
  );
};

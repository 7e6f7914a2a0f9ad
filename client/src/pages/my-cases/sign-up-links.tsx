import { Button, Card, Space, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignUpLink } from '#contract/wire/start.ts';
import { QrPicture } from '../contests/qr-picture.tsx';

const addressOf = ({ path }: SignUpLink): string => new URL(path, window.location.href).href;

const Page = ({ link }: { link: SignUpLink }) => {
  const { t } = useTranslation();
  const [isCopied, setIsCopied] = useState(false);
  const address = addressOf(link);
  return (
    <Space align="start" wrap>
      <div style={{ width: 140 }}>
        <QrPicture text={address} label={t('start.qr', { title: link.title })} />
      </div>
      <Space orientation="vertical" size={4}>
        <strong>{link.title}</strong>
        <Typography.Link href={link.path} target="_blank" rel="noreferrer">
          {address}
        </Typography.Link>
        <Button
          size="small"
          onClick={() => {
            void navigator.clipboard.writeText(address).then(() => {
              setIsCopied(true);
            });
          }}
        >
          {isCopied ? t('start.copied') : t('start.copy')}
        </Button>
      </Space>
    </Space>
  );
};

/** Pages for sign-ups without an account, with their QR codes. */
export const SignUpLinks = ({ links }: { links: readonly SignUpLink[] }) => {
  const { t } = useTranslation();
  if (links.length === 0) return null;
  return (
    <Card size="small" title={t('start.links')}>
      <p className="quiet">{t('start.links-help')}</p>
      <Space orientation="vertical">
        {links.map((link) => (
          <Page key={link.path} link={link} />
        ))}
      </Space>
    </Card>
  );
};

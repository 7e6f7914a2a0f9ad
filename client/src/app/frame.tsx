import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer, Grid, Layout, Menu } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { useSession } from '../api/use-session.ts';
import { DemonstrationBanner } from './demonstration-banner.tsx';
import { HeaderSide } from './header-side.tsx';
import { menuFor } from '../ui/menu-items.ts';

const VotesBanner = lazy(async () => ({ default: (await import('../ui/votes/votes-banner.tsx')).VotesBanner }));

const Navigation = ({ mode, onDone }: { mode: 'horizontal' | 'inline'; onDone?: () => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { data: session } = useSession();
  const items = session ? menuFor(session).map(({ path, title }) => ({ key: path, label: t(title) })) : [];
  const selected = items.find(({ key }) => pathname.startsWith(key))?.key;
  return (
    <Menu
      className={mode === 'horizontal' ? 'header-menu' : ''}
      mode={mode}
      items={items}
      selectedKeys={selected === undefined ? [] : [selected]}
      onClick={({ key }) => {
        void navigate(key);
        onDone?.();
      }}
    />
  );
};

/** Header, menu and the page below. On a phone the menu is a drawer. */
export const Frame = () => {
  const { t } = useTranslation();
  const wide = Grid.useBreakpoint().md ?? true;
  const [open, setOpen] = useState(false);
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <a className="skip-link" href="#content">
        {t('frame.skip')}
      </a>
      <Layout.Header className="header">
        {wide ? null : (
          <Button
            type="text"
            icon={<MenuOutlined />}
            aria-label={t('frame.menu')}
            onClick={() => {
              setOpen(true);
            }}
          />
        )}
        <span className="header-name">{t('frame.name')}</span>
        {wide ? <Navigation mode="horizontal" /> : <span style={{ flex: 1 }} />}
        <HeaderSide />
      </Layout.Header>
      <DemonstrationBanner />
      <Suspense fallback={null}>
        <VotesBanner />
      </Suspense>
      <Drawer
        open={open}
        placement="left"
        size={260}
        onClose={() => {
          setOpen(false);
        }}
        title={t('frame.name')}
      >
        <Navigation
          mode="inline"
          onDone={() => {
            setOpen(false);
          }}
        />
      </Drawer>
      <Layout.Content id="content" tabIndex={-1}>
        <Outlet />
      </Layout.Content>
    </Layout>
  );
};

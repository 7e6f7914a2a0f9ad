import { Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useSession } from '../../api/use-session.ts';
import { menuFor } from '../../ui/menu-items.ts';

/** Leads to the first page that this person's roles open. */
export const HomePage = () => {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const first = session ? menuFor(session)[0] : undefined;
  if (first !== undefined) return <Navigate to={first.path} replace />;
  return <Result status="info" title={t('home.nothing')} subTitle={t('home.nothing-help')} />;
};

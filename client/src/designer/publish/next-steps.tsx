import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../api/use-session.ts';
import { menuFor } from '../../ui/menu-items.ts';

const PLACES = ['/organisations', '/people', '/board'];

/** Where to go once something is published: who reports, who signs in, and where it is followed; only what one may open. */
export const NextSteps = () => {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const entries = session ? menuFor(session).filter(({ path }) => PLACES.includes(path)) : [];
  if (entries.length === 0) return null;
  const inOrder = PLACES.flatMap((place) => entries.filter(({ path }) => path === place));
  return (
    <Alert
      type="info"
      showIcon
      title={t('publish.next')}
      description={
        <ol className="publish-next">
          {inOrder.map(({ path, title }) => (
            <li key={path}>
              <Link to={path}>{t(title)}</Link>: {t(`publish.next${path.replace('/', '.')}`)}
            </li>
          ))}
        </ol>
      }
    />
  );
};

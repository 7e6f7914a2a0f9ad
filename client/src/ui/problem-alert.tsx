import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiProblem, isOffline } from '../api/problem.ts';

/** The one way a refused request is shown: what, why, and what to do. */
export const ProblemAlert = ({ error }: { error: unknown }) => {
  const { t } = useTranslation();
  if (error === null || error === undefined) return null;
  if (isOffline(error)) return <Alert type="warning" showIcon title={t('problem.offline')} />;
  if (!(error instanceof ApiProblem)) return <Alert type="error" showIcon title={t('problem.unknown')} />;
  const details =
    error.issues.length === 0 ? (
      error.body.detail
    ) : (
      <ul className="issue-list">
        {error.body.detail === undefined ? null : <li>{error.body.detail}</li>}
        {error.issues.slice(0, 20).map((issue) => (
          <li key={`${issue.pointer} ${issue.message}`}>{issue.message}</li>
        ))}
      </ul>
    );
  return (
    <Alert
      type={error.status >= 500 ? 'error' : 'warning'}
      showIcon
      title={error.body.title ?? t('problem.unknown')}
      description={details}
    />
  );
};

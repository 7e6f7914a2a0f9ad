import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { ProblemAlert } from '../ui/problem-alert.tsx';

/** Shown where a page could not be drawn or loaded; nothing that was saved is lost. */
export const RouteFailure = () => {
  const error = useRouteError();
  const { t } = useTranslation();
  return (
    <Result
      status="warning"
      title={t('failure.title')}
      extra={
        <Button
          type="primary"
          onClick={() => {
            window.location.reload();
          }}
        >
          {t('failure.reload')}
        </Button>
      }
    >
      <ProblemAlert error={error} />
    </Result>
  );
};

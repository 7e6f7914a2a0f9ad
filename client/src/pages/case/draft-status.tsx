import { Alert, Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { timeOfDay } from '../../ui/dates.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { DraftStatus } from './use-draft.ts';

/** 已自动保存 14:03: one quiet line while all is well. */
export const DraftLine = ({ status }: { status: DraftStatus }) => {
  const { t } = useTranslation();
  if (status.kind === 'clean') return null;
  return (
    <span className="quiet" role="status">
      {status.kind === 'saved' ? t('draft.saved', { at: timeOfDay(status.at) }) : t(`draft.${status.kind}`)}
    </span>
  );
};

/** What needs a decision or patience: somebody else saved, the network is gone, the server refused. */
export const DraftAlert = ({ status, onOverwrite }: { status: DraftStatus; onOverwrite: () => void }) => {
  const { t } = useTranslation();
  if (status.kind === 'offline') return <Alert type="warning" showIcon title={t('draft.offline-help')} />;
  if (status.kind === 'failed') return <ProblemAlert error={status.error} />;
  if (status.kind !== 'conflict') return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('draft.conflict-help')}
      action={
        <Space>
          <Button
            size="small"
            onClick={() => {
              window.location.reload();
            }}
          >
            {t('draft.take-theirs')}
          </Button>
          <Button size="small" type="primary" onClick={onOverwrite}>
            {t('draft.keep-mine')}
          </Button>
        </Space>
      }
    />
  );
};

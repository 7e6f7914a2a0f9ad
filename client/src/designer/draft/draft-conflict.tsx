import { Alert, Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { moment } from '../../ui/dates.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { Draft } from './use-draft.ts';

interface Props {
  draft: Draft;
  /** Shows the other's text; null where the draft is gone and the published text counts again. */
  onTake: (text: string | null) => void;
}

/** What needs a decision or patience: somebody else saved, the network is gone, the server refused. */
export const DraftConflict = ({ draft, onTake }: Props) => {
  const { t, i18n } = useTranslation();
  const { status, other } = draft;
  if (status.kind === 'offline') return <Alert type="warning" showIcon title={t('designer.offline-help')} />;
  if (status.kind === 'failed') return <ProblemAlert error={status.error} />;
  if (status.kind !== 'conflict') return null;
  const told =
    other?.text === null || other?.savedAt == null
      ? t('designer.conflict-gone')
      : t('designer.conflict-help', { by: other.savedBy ?? '', at: moment(other.savedAt, i18n.language) });
  return (
    <Alert
      type="warning"
      showIcon
      title={told}
      action={
        <Space wrap>
          <Button
            size="small"
            onClick={() => {
              onTake(draft.yield()?.text ?? null);
            }}
          >
            {t('designer.take-theirs')}
          </Button>
          <Button size="small" type="primary" onClick={draft.overwrite}>
            {t('designer.keep-mine')}
          </Button>
        </Space>
      }
    />
  );
};

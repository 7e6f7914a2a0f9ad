import { CheckCircleOutlined, CloudSyncOutlined, DisconnectOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { moment, timeOfDay } from '../../ui/dates.ts';
import type { DraftStatus } from './use-draft.ts';

const MARKS = {
  clean: null,
  waiting: <CloudSyncOutlined />,
  saving: <CloudSyncOutlined />,
  saved: <CheckCircleOutlined />,
  offline: <DisconnectOutlined />,
  conflict: <WarningOutlined />,
  failed: <WarningOutlined />,
};

const isToday = (instant: string): boolean => new Date(instant).toDateString() === new Date().toDateString();

/** One quiet line that tells where the draft is kept. */
export const DraftLine = ({ status }: { status: DraftStatus }) => {
  const { t, i18n } = useTranslation();
  const at = (instant: string): string => (isToday(instant) ? timeOfDay(instant) : moment(instant, i18n.language));
  return (
    <span className="quiet draft-line" role="status">
      {MARKS[status.kind]}{' '}
      {status.kind === 'saved'
        ? t(status.by === null ? 'designer.saved' : 'designer.saved-by', { at: at(status.at), by: status.by })
        : t(`designer.${status.kind}`)}
    </span>
  );
};

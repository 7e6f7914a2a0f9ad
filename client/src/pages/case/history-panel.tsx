import { useQuery } from '@tanstack/react-query';
import { Empty, Spin, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EventView } from '#contract/wire/case.ts';
import { fetchEvents } from '../../api/cases.ts';
import { moment } from '../../ui/dates.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

const Line = ({ event }: { event: EventView }) => {
  const { t, i18n } = useTranslation();
  const who = [
    event.by ?? t('audit.system'),
    event.role,
    event.onBehalfOf === null ? null : t('history.on-behalf', { who: event.onBehalfOf }),
  ];
  return (
    <div>
      <strong>{event.title}</strong>
      {event.from !== null && event.to !== null && event.from !== event.to ? (
        <span>
          {' '}
          {event.from} → {event.to}
        </span>
      ) : null}
      <div className="quiet">
        {moment(event.at, i18n.language)}　{who.filter((word) => word !== null).join(' · ')}
      </div>
      {event.reasons.length === 0 && event.comment === null ? null : (
        <div>{[...event.reasons, event.comment].filter((word) => word !== null && word !== '').join('；')}</div>
      )}
    </div>
  );
};

/** Every event of a case, newest first. */
export const HistoryPanel = ({ caseId }: { caseId: string }) => {
  const { t } = useTranslation();
  const { data, isPending, error } = useQuery({
    queryKey: ['case', caseId, 'events'],
    queryFn: () => fetchEvents(caseId),
  });
  if (isPending) return <Spin />;
  if (error !== null) return <ProblemAlert error={error} />;
  if (data.length === 0) return <Empty description={t('history.empty')} />;
  return (
    <Timeline
      items={[...data].reverse().map((event) => ({ key: String(event.seq), content: <Line event={event} /> }))}
    />
  );
};

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchInstallation, moveClock } from '../api/session.ts';
import { may, useSession } from '../api/use-session.ts';
import { localMoment } from '../ui/dates.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';

const LOCAL = 'YYYY-MM-DDTHH:mm';

/** In a demonstration only: what time it is there, and for administrators a way to move it forward. */
export const DemonstrationBanner = () => {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const { data: session } = useSession();
  const { data } = useQuery({ queryKey: ['installation'], queryFn: fetchInstallation, refetchInterval: 60_000 });
  const [wanted, setWanted] = useState<Dayjs | null>(null);
  const move = useMutation({
    mutationFn: (to: Dayjs) => moveClock(to.format(LOCAL)),
    onSuccess: () => {
      setWanted(null);
      return queries.invalidateQueries();
    },
  });
  if (data?.demonstration !== true) return null;
  const now = localMoment(data.now, data.zone);
  return (
    <div className="banner" role="status">
      <span>
        {t('demonstration.banner', {
          now: now.format(i18n.language === 'en' ? 'D MMM YYYY HH:mm' : 'YYYY年M月D日 HH:mm'),
        })}
      </span>
      {may(session, 'programmes.manage', 'deadlines.manage') ? (
        <Space wrap>
          <DatePicker
            size="small"
            showTime={{ format: 'HH:mm', defaultValue: dayjs('09:00', 'HH:mm') }}
            format="YYYY-MM-DD HH:mm"
            value={wanted}
            defaultPickerValue={now}
            minDate={now}
            placeholder={t('demonstration.to')}
            onChange={(value) => {
              setWanted(Array.isArray(value) ? null : value);
            }}
          />
          <Button
            size="small"
            disabled={wanted === null}
            loading={move.isPending}
            onClick={() => {
              if (wanted !== null) move.mutate(wanted);
            }}
          >
            {t('demonstration.move')}
          </Button>
        </Space>
      ) : null}
      {move.error === null ? null : <ProblemAlert error={move.error} />}
    </div>
  );
};

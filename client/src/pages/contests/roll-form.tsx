import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ContestPlace } from '../../api/contests.ts';
import { drawUpRoll } from '../../api/votes.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

/** The roll of account holders: drawn up as often as people come and go, until the election is sealed. */
export const RollForm = ({ place, hasRoll }: { place: ContestPlace; hasRoll: boolean }) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const draw = useMutation({
    mutationFn: () => drawUpRoll(place),
    onSettled: () => queries.invalidateQueries({ queryKey: ['contest', place] }),
  });
  return (
    <div className="contest-form">
      <p className="quiet">{t('contests.roll-help')}</p>
      <Button
        type={hasRoll ? 'default' : 'primary'}
        loading={draw.isPending}
        onClick={() => {
          draw.mutate();
        }}
      >
        {t(hasRoll ? 'contests.roll-again' : 'contests.roll')}
      </Button>
      <ProblemAlert error={draw.error} />
    </div>
  );
};

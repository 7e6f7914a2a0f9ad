import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ContestPlace } from '../../api/contests.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useProposals } from './use-contest.ts';

/** Begins what another organiser has to confirm. */
export const ProposeButton = ({ place, action }: { place: ContestPlace; action: 'seal' | 'open' | 'certify' }) => {
  const { t } = useTranslation();
  const { propose } = useProposals(place);
  return (
    <>
      <Button
        type="primary"
        loading={propose.isPending}
        onClick={() => {
          propose.mutate({ action });
        }}
      >
        {t('contests.propose', { action: t(`contests.action.${action}`) })}
      </Button>
      <ProblemAlert error={propose.error} />
    </>
  );
};

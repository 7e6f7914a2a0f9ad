import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { fetchTrial } from '../../../api/designs.ts';
import { loadValidator } from '../../../form/load-validator.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { trialForm } from './trial-model.ts';
import { WalkDesk } from './walk-desk.tsx';
import './walk.css';

interface Props {
  programme: string;
  workflow: string;
  /** Keeps what was typed, so that what is walked is what was drawn. */
  flush: () => Promise<boolean>;
}

/** Walking through the draft as each role on a clock of its own; everything happens in this browser and is forgotten with it. */
export const WalkView = ({ programme, workflow, flush }: Props) => {
  const { t, i18n } = useTranslation();
  const trial = useQuery({
    queryKey: ['trial', programme, workflow],
    queryFn: async () => {
      await flush();
      const pack = await fetchTrial(programme, workflow);
      return { pack, validator: await loadValidator(trialForm(pack, i18n.language)) };
    },
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
    refetchOnWindowFocus: false,
  });
  if (trial.error !== null)
    return (
      <div className="walk-refused">
        <Alert
          type="warning"
          showIcon
          title={t('walk.not-yet')}
          action={
            <Button
              size="small"
              onClick={() => {
                void trial.refetch();
              }}
            >
              {t('walk.again')}
            </Button>
          }
        />
        <ProblemAlert error={trial.error} />
      </div>
    );
  if (trial.data === undefined)
    return (
      <div className="centred">
        <Spin size="large" />
      </div>
    );
  return <WalkDesk programme={programme} pack={trial.data.pack} validator={trial.data.validator} />;
};

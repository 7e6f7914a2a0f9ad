import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ContestView } from '#contract/wire/contest.ts';
import type { TallyView } from '#contract/wire/contest-tally.ts';
import type { ContestPlace } from '../../api/contests.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ProposeButton } from './propose-button.tsx';
import { TieOrder } from './tie-order.tsx';
import { useCount } from './use-count.ts';

interface Props {
  place: ContestPlace;
  view: ContestView;
  last: TallyView | undefined;
}

/** The first count, and what is in the way of a result: a tie that people decide, too few votes, too little money. */
export const CountNow = ({ place, view, last }: Props) => {
  const { t } = useTranslation();
  const count = useCount(place);
  if (last === undefined)
    return (
      <div>
        <Button
          type="primary"
          loading={count.isPending}
          onClick={() => {
            count.mutate({ withdrawn: [], decisions: [] });
          }}
        >
          {t('contests.count')}
        </Button>
        <ProblemAlert error={count.error} />
      </div>
    );
  const { status, open } = last.result;
  if (status === 'tie' && open !== null)
    return <TieOrder key={open.entries.join(' ')} place={place} view={view} last={last} />;
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={t(`contests.result.${status}`)}
        description={t(`contests.result-help.${status}`)}
      />
      {status === 'over-budget' ? null : <ProposeButton place={place} action="certify" />}
    </>
  );
};

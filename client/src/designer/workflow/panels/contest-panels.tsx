import { useTranslation } from 'react-i18next';
import { BallotsProperty } from '../properties/ballot/ballots.tsx';
import { MarksProperty } from '../properties/judging/marks.tsx';
import { MattersProperty } from '../properties/judging/matters.tsx';
import { BudgetProperty } from '../properties/ranking/budget.tsx';
import { DrawProperty } from '../properties/ranking/draw.tsx';
import { PlacesProperty } from '../properties/ranking/places.tsx';
import { ScoresProperty } from '../properties/ranking/scores.tsx';
import { TiesProperty } from '../properties/ranking/ties.tsx';
import { UnfilledProperty } from '../properties/ranking/unfilled.tsx';

export const BallotsPanel = () => {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('contest.ballots')}</h2>
      <BallotsProperty />
    </>
  );
};

export const MarksPanel = () => {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('contest.marks')}</h2>
      <MarksProperty />
    </>
  );
};

/** What entries are ranked by, and what the best of them get. */
export const RankingPanel = () => {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('contest.ranking')}</h2>
      <ScoresProperty />
      <TiesProperty />
      <PlacesProperty />
      <UnfilledProperty />
      <BudgetProperty />
    </>
  );
};

export const DrawPanel = () => {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('contest.draw')}</h2>
      <DrawProperty />
    </>
  );
};

export const MattersPanel = () => {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('contest.matters')}</h2>
      <MattersProperty />
    </>
  );
};

import { useTranslation } from 'react-i18next';
import { ExpressionProperty } from '../../inputs/expression.tsx';

/** The money that all places together cost. */
export const BudgetProperty = () => {
  const { t } = useTranslation();
  return (
    <ExpressionProperty path={['budget']} label={t('contest.budget')} help={t('contest.budget-help')} place="ballot" />
  );
};

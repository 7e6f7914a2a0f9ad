import { useTranslation } from 'react-i18next';
import { ChoiceProperty } from '../../inputs/choice.tsx';

/** What becomes of a place for which nobody stands. */
export const UnfilledProperty = () => {
  const { t } = useTranslation();
  return (
    <ChoiceProperty
      path={['unfilled']}
      label={t('contest.unfilled')}
      otherwise={t('contest.unfilled.stay')}
      choices={(['stay', 'move'] as const).map((one) => ({ value: one, label: t(`contest.unfilled.${one}`) }))}
    />
  );
};

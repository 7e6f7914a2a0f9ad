import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';

const TURNS = ['keep', 'previous_workday', 'next_workday'] as const;

/** What happens to a due day that is a holiday. */
export const HolidayProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  return (
    <ChoiceProperty
      path={[...path, 'if_holiday']}
      label={t('workflow.holiday')}
      otherwise={t('workflow.holiday.keep')}
      choices={TURNS.map((turn) => ({ value: turn, label: t(`workflow.holiday.${turn}`) }))}
    />
  );
};

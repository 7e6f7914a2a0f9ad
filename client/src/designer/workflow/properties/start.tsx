import { useTranslation } from 'react-i18next';
import { ChoiceProperty } from '../inputs/choice.tsx';

/** What makes a case begin. */
export const StartProperty = () => {
  const { t } = useTranslation();
  return (
    <ChoiceProperty
      path={['start']}
      label={t('workflow.start')}
      otherwise={t('workflow.start.published')}
      choices={[{ value: 'published', label: t('workflow.start.published') }]}
    />
  );
};

import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';

/** Whether a reason must be given. */
export const ReasonWishProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  return (
    <ChoiceProperty
      path={[...path, 'reason']}
      label={t('workflow.reason-wish')}
      otherwise={t('workflow.reason-wish.optional')}
      choices={(['required', 'optional'] as const).map((one) => ({
        value: one,
        label: t(`workflow.reason-wish.${one}`),
      }))}
    />
  );
};

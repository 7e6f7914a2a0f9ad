import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { DurationProperty } from '../inputs/duration.tsx';

/** How long after the due day counts as on time, and what happens to what comes later. */
export const LateProperties = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  return (
    <>
      <DurationProperty path={[...path, 'grace']} label={t('workflow.grace')} help={t('workflow.grace-help')} />
      <ChoiceProperty
        path={[...path, 'late']}
        label={t('workflow.late')}
        otherwise={t('workflow.late.accept_flagged')}
        choices={(['accept_flagged', 'block'] as const).map((one) => ({
          value: one,
          label: t(`workflow.late.${one}`),
        }))}
      />
    </>
  );
};

import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';

const ENDS = ['success', 'failure', 'void'] as const;

/** Whether a case ends in this state, and how. */
export const FinalProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  return (
    <ChoiceProperty
      path={[...path, 'final']}
      label={t('workflow.final')}
      help={t('workflow.final-help')}
      otherwise={t('workflow.final-none')}
      choices={ENDS.map((end) => ({ value: end, label: t(`workflow.final.${end}`) }))}
    />
  );
};

import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { DurationProperty } from '../inputs/duration.tsx';

/** How much time is given to mend what was returned. */
export const GiveProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  return <DurationProperty path={[...path, 'give']} label={t('workflow.give')} help={t('workflow.give-help')} />;
};

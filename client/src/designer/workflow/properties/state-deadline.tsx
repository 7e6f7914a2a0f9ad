import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk } from '../desk-context.ts';
import { KeysProperty } from '../inputs/keys.tsx';
import { deadlineChoices } from '../names.ts';

/** The deadlines that run while a case is in this state. */
export const StateDeadlineProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  return (
    <KeysProperty
      path={[...path, 'deadline']}
      label={t('workflow.state-deadline')}
      help={t('workflow.state-deadline-help')}
      placeholder={t('workflow.none')}
      choices={deadlineChoices(useDesk())}
      isWordAllowed
    />
  );
};

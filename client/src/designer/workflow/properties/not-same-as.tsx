import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk } from '../desk-context.ts';
import { KeysProperty } from '../inputs/keys.tsx';
import { actorChoices } from '../names.ts';

/** As whom the same person must not have acted in the case. */
export const NotSameAsProperty = ({ path, actor }: { path: Path; actor: string }) => {
  const { t } = useTranslation();
  return (
    <KeysProperty
      path={[...path, 'not_same_as']}
      label={t('workflow.not-same-as')}
      help={t('workflow.not-same-as-help')}
      placeholder={t('workflow.none')}
      choices={actorChoices(useDesk()).filter(({ value }) => value !== actor)}
    />
  );
};

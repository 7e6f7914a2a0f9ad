import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk } from '../desk-context.ts';
import { KeysProperty } from '../inputs/keys.tsx';
import { actorChoices } from '../names.ts';

/** Who may take the action. */
export const ActionByProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  return <KeysProperty path={[...path, 'by']} label={t('workflow.by')} choices={actorChoices(useDesk())} />;
};

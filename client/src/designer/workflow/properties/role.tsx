import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk } from '../desk-context.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { roleChoices } from '../names.ts';

/** The role of the programme that plays an actor. */
export const RoleProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  return <ChoiceProperty path={[...path, 'role']} label={t('workflow.role')} choices={roleChoices(useDesk())} />;
};

import { useTranslation } from 'react-i18next';
import { at, type Path } from '../../yaml/read-yaml.ts';
import { useDesk } from '../desk-context.ts';
import { WordProperty } from '../inputs/word.tsx';

/** The action that gathered cases take with this one. */
export const MembersProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const { workflow } = useDesk();
  const isWritten = at(workflow, [...path, 'members']) !== undefined;
  if (at(workflow, ['gather']) === undefined && !isWritten) return null;
  return <WordProperty path={[...path, 'members']} label={t('workflow.members')} help={t('workflow.members-help')} />;
};

import { useTranslation } from 'react-i18next';
import { at, type Path } from '../../yaml/read-yaml.ts';
import { useDesk } from '../desk-context.ts';
import { actionChoices, gatheredWorkflow } from '../entries.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';

/** The action that gathered cases take with this one. */
export const MembersProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const { workflow } = desk;
  const isWritten = at(workflow, [...path, 'members']) !== undefined;
  if (at(workflow, ['gather']) === undefined && !isWritten) return null;
  return (
    <ChoiceProperty
      path={[...path, 'members']}
      label={t('workflow.members')}
      help={t('workflow.members-help')}
      otherwise={t('workflow.none')}
      choices={actionChoices(gatheredWorkflow(desk), desk.language)}
    />
  );
};

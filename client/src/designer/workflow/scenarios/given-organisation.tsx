import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import type { WorkflowDesk } from '../desk-context.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { KeysProperty } from '../inputs/keys.tsx';
import { WordProperty } from '../inputs/word.tsx';
import { kindChoices } from '../names.ts';
import { PlainProperty } from './plain.tsx';
import { DataProperty } from './step-data.tsx';

/** Facts of an organisation that are seldom needed: one of the programme's by code, or one that is made up. */
export const OrganisationFacts = ({ path, workflow }: { path: Path; workflow: WorkflowDesk }) => {
  const { t } = useTranslation();
  return (
    <>
      <div className="entry-row">
        <WordProperty
          path={[...path, 'code']}
          label={t('scenario.organisation-code')}
          help={t('scenario.organisation-code-help')}
        />
        <PlainProperty path={[...path, 'title']} label={t('scenario.organisation-title')} />
        <WordProperty path={[...path, 'parent']} label={t('scenario.organisation-parent')} />
      </div>
      <KeysProperty path={[...path, 'kinds']} label={t('scenario.kinds')} choices={kindChoices(workflow)} />
      <DataProperty path={[...path, 'attributes']} label={t('scenario.attributes')} />
    </>
  );
};

/** The kind alone, which is what mostly matters. */
export const OrganisationKind = ({ path, workflow }: { path: Path; workflow: WorkflowDesk }) => {
  const { t } = useTranslation();
  return (
    <ChoiceProperty
      path={[...path, 'kind']}
      label={t('scenario.kind')}
      otherwise={t('scenario.kind-first')}
      choices={kindChoices(workflow)}
    />
  );
};

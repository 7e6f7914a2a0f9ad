import { useTranslation } from 'react-i18next';
import { at } from '../../yaml/read-yaml.ts';
import { freshKey } from '../commands/fresh-key.ts';
import { useDesk, type WorkflowDesk } from '../desk-context.ts';
import { gatheredWorkflow } from '../entries.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { EntryList } from '../inputs/entry-list.tsx';
import { WordProperty } from '../inputs/word.tsx';
import { listAt, stateChoices } from '../names.ts';
import { OrganisationFacts, OrganisationKind } from './given-organisation.tsx';
import { PeriodProperty } from './period.tsx';
import { DataProperty } from './step-data.tsx';

const PATH = ['given', 'entries'] as const;

/** The cases that the scenario's case may gather. */
export const GivenEntriesProperty = ({ workflow }: { workflow: WorkflowDesk }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const gathered = gatheredWorkflow(workflow);
  const other = typeof gathered === 'object' && gathered !== null ? { ...gathered } : {};
  const states = stateChoices({ ...workflow, workflow: other });
  const ids = listAt(desk.workflow, PATH).map((entry) => String(at(entry, ['id'])));
  return (
    <EntryList
      path={PATH}
      label={t('scenario.entries')}
      help={t('scenario.entries-help')}
      one={t('scenario.entry')}
      fresh={() => ({ id: freshKey('entry', ids), state: states.at(-1)?.value ?? 'accepted' })}
    >
      {(path) => (
        <>
          <div className="entry-row">
            <WordProperty path={[...path, 'id']} label={t('workflow.key')} />
            <ChoiceProperty path={[...path, 'state']} label={t('workflow.state')} choices={states} />
            <OrganisationKind path={[...path, 'organisation']} workflow={workflow} />
          </div>
          <DataProperty path={[...path, 'form']} label={t('scenario.form')} help={t('scenario.form-help')} />
          <details className="scenario-more">
            <summary>{t('scenario.entry-more')}</summary>
            <OrganisationFacts path={[...path, 'organisation']} workflow={workflow} />
            <PeriodProperty path={[...path, 'period']} workflow={other} otherwise={t('workflow.none')} />
            <DataProperty path={[...path, 'metrics']} label={t('workflow.metrics')} />
          </details>
        </>
      )}
    </EntryList>
  );
};

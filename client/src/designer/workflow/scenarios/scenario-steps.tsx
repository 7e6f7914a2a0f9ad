import { useTranslation } from 'react-i18next';
import { at } from '../../yaml/read-yaml.ts';
import { useDesk, type WorkflowDesk } from '../desk-context.ts';
import { EntryList } from '../inputs/entry-list.tsx';
import { LocalTextProperty } from '../inputs/local-text.tsx';
import { actorChoices, keysAt } from '../names.ts';
import { GivenEntriesProperty } from './given-entries.tsx';
import { OrganisationFacts, OrganisationKind } from './given-organisation.tsx';
import { LocalTimeProperty } from '../inputs/local-time.tsx';
import { PeriodProperty } from './period.tsx';
import { ScenarioStepProperties } from './scenario-step.tsx';
import { DataProperty } from './step-data.tsx';

/** A scenario in plain words: what is given, and then who does what and what must come of it. */
export const ScenarioSteps = ({ workflow }: { workflow: WorkflowDesk }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const isPeriodic = JSON.stringify(at(workflow.workflow, ['subject', 'per']) ?? []).includes('period');
  const [actor] = actorChoices(workflow);
  const [state] = keysAt(workflow.workflow, ['states']);
  const [action] = keysAt(workflow.workflow, ['states', state ?? '', 'on']);
  const ofProgramme = JSON.stringify(at(workflow.workflow, ['subject', 'per']) ?? []).includes('programme');
  const isGathering =
    at(workflow.workflow, ['gather']) !== undefined || at(desk.workflow, ['given', 'entries']) !== undefined;
  return (
    <>
      {desk.isBroken ? (
        <p className="finding finding-error" role="alert">
          {t('workflow.broken')}
        </p>
      ) : null}
      <LocalTextProperty path={['title']} label={t('workflow.title')} />
      <div className="entry-row">
        <LocalTimeProperty path={['given', 'now']} label={t('scenario.now')} />
        {ofProgramme ? null : <OrganisationKind path={['given', 'organisation']} workflow={workflow} />}
        {isPeriodic ? (
          <PeriodProperty
            path={['given', 'period']}
            workflow={workflow.workflow}
            otherwise={t('scenario.period-first')}
          />
        ) : null}
      </div>
      <DataProperty path={['given', 'data']} label={t('scenario.data')} />
      <details className="scenario-more">
        <summary>{t('scenario.given-more')}</summary>
        <OrganisationFacts path={['given', 'organisation']} workflow={workflow} />
        <DataProperty path={['given', 'params']} label={t('workflow.params')} help={t('scenario.params-help')} />
      </details>
      {isGathering ? <GivenEntriesProperty workflow={workflow} /> : null}
      <EntryList
        path={['steps']}
        label={t('scenario.steps')}
        one={t('scenario.step')}
        fresh={() => ({ do: action ?? 'submit', as: actor?.value ?? 'filler' })}
      >
        {(path) => <ScenarioStepProperties path={path} workflow={workflow} />}
      </EntryList>
    </>
  );
};

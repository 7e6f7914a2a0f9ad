import { useTranslation } from 'react-i18next';
import { at } from '../../yaml/read-yaml.ts';
import { useDesk, type WorkflowDesk } from '../desk-context.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { EntryList } from '../inputs/entry-list.tsx';
import { LocalTextProperty } from '../inputs/local-text.tsx';
import { WordProperty } from '../inputs/word.tsx';
import { actorChoices, keysAt, kindChoices } from '../names.ts';
import { LocalTimeProperty } from '../inputs/local-time.tsx';
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
        {ofProgramme ? null : (
          <ChoiceProperty
            path={['given', 'organisation', 'kind']}
            label={t('scenario.kind')}
            otherwise={t('scenario.kind-first')}
            choices={kindChoices(workflow)}
          />
        )}
        {isPeriodic ? <WordProperty path={['given', 'period']} label={t('walk.period')} /> : null}
      </div>
      <DataProperty path={['given', 'data']} label={t('scenario.data')} />
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

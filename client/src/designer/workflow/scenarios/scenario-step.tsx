import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, isRecord, type Path } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk, type WorkflowDesk } from '../desk-context.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { KeysProperty } from '../inputs/keys.tsx';
import { Property } from '../inputs/property.tsx';
import { WordProperty } from '../inputs/word.tsx';
import { YesNoProperty } from '../inputs/yes-no.tsx';
import { actorChoices, keysAt, titleOf } from '../names.ts';
import { ExpectationProperties } from './expectation.tsx';
import { PeriodProperty } from './period.tsx';
import { PlainProperty } from './plain.tsx';
import { DataProperty } from './step-data.tsx';
import { isDeed, STEP_SORTS, stepSort, type StepSort, turnedStep } from './step-sorts.ts';
import { StepWhat } from './step-what.tsx';

interface Props {
  path: Path;
  workflow: WorkflowDesk;
}

const RARE = ['form', 'comment', 'reasons', 'proxy', 'person', 'period'];

/** The reasons of every action of that key. */
const reasonChoices = ({ workflow, language }: WorkflowDesk, step: unknown) => {
  const action = String(at(step, ['do']));
  return keysAt(workflow, ['states']).flatMap((state) => {
    const reasons = at(workflow, ['states', state, 'on', action, 'reasons']);
    if (!Array.isArray(reasons)) return [];
    return reasons.map((reason: unknown) => {
      const code = String(at(reason, ['code']));
      return { value: code, label: titleOf(at(reason, ['title']), language, code) };
    });
  });
};

/** What a deed brings with it beside who does it. */
const DeedMore = ({ path, workflow }: Props) => {
  const { t } = useTranslation();
  const { workflow: scenario } = useDesk();
  const step = at(scenario, path);
  const isAction = stepSort(step) === 'do';
  return (
    <details className="scenario-more" open={isRecord(step) && RARE.some((key) => step[key] !== undefined)}>
      <summary>{t('scenario.more')}</summary>
      {isAction ? (
        <DataProperty path={[...path, 'form']} label={t('scenario.form')} help={t('scenario.form-help')} />
      ) : null}
      <PlainProperty path={[...path, 'comment']} label={t('case.comment')} />
      <div className="entry-row">
        {isAction ? (
          <KeysProperty
            path={[...path, 'reasons']}
            label={t('workflow.reason')}
            choices={reasonChoices(workflow, step)}
          />
        ) : null}
        <WordProperty path={[...path, 'person']} label={t('scenario.person')} help={t('scenario.person-help')} />
        <PeriodProperty
          path={[...path, 'period']}
          workflow={workflow.workflow}
          otherwise={t('scenario.period-given')}
        />
        {isAction ? <YesNoProperty path={[...path, 'proxy']} label={t('workflow.proxy')} /> : null}
      </div>
    </details>
  );
};

/** One step: somebody does something, a vote ends, or the clock goes on; then what must hold. */
export const ScenarioStepProperties = ({ path, workflow }: Props) => {
  const { t } = useTranslation();
  const { workflow: scenario, run, isBroken } = useDesk();
  const step = at(scenario, path);
  const sort = stepSort(step);
  return (
    <>
      <div className="entry-row">
        <Property path={[...path, sort === 'exempt' ? sort : 'sort']} label={t('scenario.what')}>
          {(id) => (
            <Select<StepSort>
              id={id}
              className="wide"
              aria-label={t('scenario.what')}
              disabled={isBroken}
              value={sort}
              options={STEP_SORTS.map((one) => ({ value: one, label: t(`scenario.sort.${one}`) }))}
              onChange={(next) => {
                run(setProperty(path, turnedStep(step, next, { scenario, workflow })));
              }}
            />
          )}
        </Property>
        <StepWhat path={path} workflow={workflow} />
        {isDeed(sort) ? (
          <ChoiceProperty
            path={[...path, 'as']}
            label={t('scenario.as')}
            choices={actorChoices(workflow)}
            {...(sort === 'open' ? { otherwise: t('scenario.as-public') } : {})}
          />
        ) : null}
      </div>
      {isDeed(sort) ? <DeedMore path={path} workflow={workflow} /> : null}
      <ExpectationProperties path={[...path, 'expect']} workflow={workflow} />
    </>
  );
};

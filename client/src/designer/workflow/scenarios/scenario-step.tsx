import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, isRecord, type Path } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk, type WorkflowDesk } from '../desk-context.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { DayProperty } from '../inputs/day.tsx';
import { DurationProperty } from '../inputs/duration.tsx';
import { KeysProperty } from '../inputs/keys.tsx';
import { Property } from '../inputs/property.tsx';
import { WordProperty } from '../inputs/word.tsx';
import { YesNoProperty } from '../inputs/yes-no.tsx';
import { actorChoices, deadlineChoices, keysAt, titleOf } from '../names.ts';
import { ExpectationProperties } from './expectation.tsx';
import { LocalTimeProperty } from '../inputs/local-time.tsx';
import { CommentInput } from './step-comment.tsx';
import { DataProperty } from './step-data.tsx';

const SORTS = ['do', 'advance_to', 'advance', 'claim', 'extend', 'exempt'] as const;
type Sort = (typeof SORTS)[number];

const sortOf = (step: unknown): Sort => SORTS.find((sort) => isRecord(step) && step[sort] !== undefined) ?? 'do';

/** All actions of people in the workflow, each key once. */
const actionChoices = ({ workflow, language }: WorkflowDesk) => {
  const all = keysAt(workflow, ['states']).flatMap((state) =>
    keysAt(workflow, ['states', state, 'on'])
      .filter((name) => !name.startsWith('@'))
      .map((name) => ({
        value: name,
        label: titleOf(at(workflow, ['states', state, 'on', name, 'title']), language, name),
      })),
  );
  return all.filter(({ value }, n) => all.findIndex((one) => one.value === value) === n);
};

/** One step: somebody does something, or the clock goes on; then what must hold. */
export const ScenarioStepProperties = ({ path, workflow }: { path: Path; workflow: WorkflowDesk }) => {
  const { t } = useTranslation();
  const { workflow: scenario, run, isBroken } = useDesk();
  const step = at(scenario, path);
  const sort = sortOf(step);
  const tasks = keysAt(workflow.workflow, ['states']).flatMap((state) =>
    keysAt(workflow.workflow, ['states', state, 'tasks']).map((key) => ({ value: key, label: key })),
  );
  const actions = actionChoices(workflow);
  const deadlines = deadlineChoices(workflow);
  const change = (next: Sort): void => {
    const kept = isRecord(step)
      ? Object.entries(step).filter(([key]) => !(SORTS as readonly string[]).includes(key))
      : [];
    const given = at(scenario, ['given', 'now']);
    const now = typeof given === 'string' ? given : '2026-01-01T09:00';
    const fresh: Record<Sort, unknown> = {
      do: actions[0]?.value ?? 'submit',
      advance_to: now,
      advance: 'P1D',
      claim: tasks[0]?.value ?? 'review',
      extend: { deadline: deadlines[0]?.value ?? 'report', to: now.slice(0, 10) },
      exempt: true,
    };
    const isClock = next === 'advance_to' || next === 'advance';
    const rest = isClock ? kept.filter(([key]) => key === 'expect' || key === 'period') : kept;
    const actor = isClock || rest.some(([key]) => key === 'as') ? [] : [['as', actorChoices(workflow)[0]?.value ?? '']];
    run(setProperty(path, Object.fromEntries([[next, fresh[next]], ...actor, ...rest])));
  };
  const isDeed = sort !== 'advance_to' && sort !== 'advance';
  return (
    <>
      <div className="entry-row">
        <Property path={[...path, 'sort']} label={t('scenario.what')}>
          {(id) => (
            <Select<Sort>
              id={id}
              className="wide"
              aria-label={t('scenario.what')}
              disabled={isBroken}
              value={sort}
              options={SORTS.map((one) => ({ value: one, label: t(`scenario.sort.${one}`) }))}
              onChange={change}
            />
          )}
        </Property>
        {sort === 'do' ? (
          <ChoiceProperty path={[...path, 'do']} label={t('workflow.action')} choices={actions} />
        ) : null}
        {sort === 'claim' ? (
          <ChoiceProperty path={[...path, 'claim']} label={t('workflow.task')} choices={tasks} />
        ) : null}
        {sort === 'advance_to' ? (
          <LocalTimeProperty path={[...path, 'advance_to']} label={t('scenario.sort.advance_to')} />
        ) : null}
        {sort === 'advance' ? (
          <DurationProperty path={[...path, 'advance']} label={t('scenario.sort.advance')} />
        ) : null}
        {sort === 'extend' ? (
          <>
            <ChoiceProperty path={[...path, 'extend', 'deadline']} label={t('workflow.deadline')} choices={deadlines} />
            <DayProperty path={[...path, 'extend', 'to']} label={t('case.extend-to')} />
          </>
        ) : null}
        {isDeed ? (
          <ChoiceProperty path={[...path, 'as']} label={t('scenario.as')} choices={actorChoices(workflow)} />
        ) : null}
      </div>
      {isDeed ? (
        <details
          className="scenario-more"
          open={
            isRecord(step) &&
            ['form', 'comment', 'reasons', 'proxy', 'person', 'period'].some((key) => step[key] !== undefined)
          }
        >
          <summary>{t('scenario.more')}</summary>
          {sort === 'do' ? (
            <DataProperty path={[...path, 'form']} label={t('scenario.form')} help={t('scenario.form-help')} />
          ) : null}
          <CommentInput path={[...path, 'comment']} />
          <div className="entry-row">
            {sort === 'do' ? (
              <KeysProperty
                path={[...path, 'reasons']}
                label={t('workflow.reason')}
                choices={reasonChoices(workflow, step)}
              />
            ) : null}
            <WordProperty path={[...path, 'person']} label={t('scenario.person')} help={t('scenario.person-help')} />
            <WordProperty path={[...path, 'period']} label={t('walk.period')} />
            {sort === 'do' ? <YesNoProperty path={[...path, 'proxy']} label={t('workflow.proxy')} /> : null}
          </div>
        </details>
      ) : null}
      <ExpectationProperties path={[...path, 'expect']} workflow={workflow} />
    </>
  );
};

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

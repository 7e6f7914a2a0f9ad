import { useTranslation } from 'react-i18next';
import { at, isRecord, type Path } from '../../yaml/read-yaml.ts';
import type { Choice, WorkflowDesk } from '../desk-context.ts';
import { useDesk } from '../desk-context.ts';
import { actionChoices, taskChoices } from '../entries.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { DayProperty } from '../inputs/day.tsx';
import { DurationProperty } from '../inputs/duration.tsx';
import { LocalTimeProperty } from '../inputs/local-time.tsx';
import { NumberProperty } from '../inputs/number.tsx';
import { deadlineChoices, keysAt, listAt, titleOf } from '../names.ts';
import { StepBallotProperties, StepTallyProperties } from './step-count.tsx';
import { stepSort } from './step-sorts.ts';

interface Props {
  path: Path;
  workflow: WorkflowDesk;
}

/** What one can come to in a task of that key. */
const outcomeChoices = ({ workflow, language }: WorkflowDesk, task: string): Choice[] =>
  keysAt(workflow, ['states']).flatMap((state) =>
    listAt(workflow, ['states', state, 'tasks', task, 'outcome']).map((one) => {
      const code = isRecord(one) ? String(one['code']) : String(one);
      return { value: code, label: titleOf(at(one, ['title']), language, code) };
    }),
  );

const StepTask = ({ path, workflow, word }: Props & { word: 'claim' | 'finish' | 'recuse' }) => {
  const { t } = useTranslation();
  const { workflow: scenario } = useDesk();
  const task = String(at(scenario, [...path, word]));
  return (
    <>
      <ChoiceProperty path={[...path, word]} label={t('workflow.task')} choices={taskChoices(workflow)} />
      <NumberProperty path={[...path, 'row']} label={t('scenario.row')} help={t('scenario.row-help')} max={10_000} />
      {word === 'finish' ? (
        <ChoiceProperty
          path={[...path, 'outcome']}
          label={t('workflow.outcome')}
          otherwise={t('workflow.none')}
          choices={outcomeChoices(workflow, task)}
        />
      ) : null}
    </>
  );
};

/** What a step is about: the action, the task, the vote, the time. */
export const StepWhat = ({ path, workflow }: Props) => {
  const { t } = useTranslation();
  const { workflow: scenario } = useDesk();
  const sort = stepSort(at(scenario, path));
  const matters = keysAt(workflow.workflow, ['matters']).map((key) => ({
    value: key,
    label: titleOf(at(workflow.workflow, ['matters', key, 'title']), workflow.language, key),
  }));
  switch (sort) {
    case 'do':
      return (
        <ChoiceProperty
          path={[...path, 'do']}
          label={t('workflow.action')}
          choices={actionChoices(workflow.workflow, workflow.language)}
        />
      );
    case 'claim':
    case 'finish':
    case 'recuse':
      return <StepTask path={path} workflow={workflow} word={sort} />;
    case 'open':
    case 'close':
      return <ChoiceProperty path={[...path, sort]} label={t('contest.matter')} choices={matters} />;
    case 'ballot':
      return <StepBallotProperties path={path} workflow={workflow} />;
    case 'tally':
      return <StepTallyProperties path={path} workflow={workflow} />;
    case 'advance_to':
      return <LocalTimeProperty path={[...path, 'advance_to']} label={t('scenario.sort.advance_to')} />;
    case 'advance':
      return <DurationProperty path={[...path, 'advance']} label={t('scenario.sort.advance')} />;
    case 'extend':
      return (
        <>
          <ChoiceProperty
            path={[...path, 'extend', 'deadline']}
            label={t('workflow.deadline')}
            choices={deadlineChoices(workflow)}
          />
          <DayProperty path={[...path, 'extend', 'to']} label={t('case.extend-to')} />
        </>
      );
    case 'exempt':
      return null;
  }
};

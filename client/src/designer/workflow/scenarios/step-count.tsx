import { useTranslation } from 'react-i18next';
import { at, type Path } from '../../yaml/read-yaml.ts';
import type { Choice, WorkflowDesk } from '../desk-context.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { NumberProperty } from '../inputs/number.tsx';
import { keysAt, titleOf } from '../names.ts';
import { DataProperty } from './step-data.tsx';
import { WordsProperty } from './words.tsx';

interface Props {
  path: Path;
  workflow: WorkflowDesk;
}

const MOST = 10_000_000;

const ballotChoices = ({ workflow, language }: WorkflowDesk): Choice[] =>
  keysAt(workflow, ['ballots']).map((key) => ({
    value: key,
    label: titleOf(at(workflow, ['ballots', key, 'title']), language, key),
  }));

/** A vote ends with so many votes for each entry. */
export const StepBallotProperties = ({ path, workflow }: Props) => {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceProperty path={[...path, 'ballot']} label={t('contest.ballot')} choices={ballotChoices(workflow)} />
      <NumberProperty path={[...path, 'used']} label={t('scenario.used')} help={t('scenario.used-help')} max={MOST} />
      <NumberProperty path={[...path, 'codes']} label={t('scenario.codes')} max={MOST} />
      <DataProperty path={[...path, 'votes']} label={t('scenario.votes')} help={t('scenario.votes-help')} />
    </>
  );
};

/** The votes and marks are counted. */
export const StepTallyProperties = ({ path, workflow }: Props) => {
  const { t } = useTranslation();
  const own = [...path, 'tally'];
  return (
    <>
      <ChoiceProperty
        path={[...own, 'ballot']}
        label={t('contest.ballot')}
        otherwise={t('scenario.tally-last')}
        choices={ballotChoices(workflow)}
      />
      <WordsProperty path={[...own, 'order']} label={t('scenario.order')} help={t('scenario.order-help')} />
      {keysAt(workflow.workflow, ['marks']).map((key) => (
        <DataProperty
          key={key}
          path={[...own, 'marks', key]}
          label={titleOf(at(workflow.workflow, ['marks', key, 'title']), workflow.language, key)}
          help={t('scenario.marks-each-help')}
        />
      ))}
    </>
  );
};

import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { REFUSAL_REASONS } from '#contract/refusal.ts';
import { CASE_STATUSES } from '#contract/wire/case.ts';
import { at, isRecord, type Path } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk, type WorkflowDesk } from '../desk-context.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { KeysProperty } from '../inputs/keys.tsx';
import { NumberProperty } from '../inputs/number.tsx';
import { Property } from '../inputs/property.tsx';
import { WordProperty } from '../inputs/word.tsx';
import { actorChoices, keysAt, stateChoices, wordsAt } from '../names.ts';
import { ExpectedCount } from './expected-count.tsx';
import { DataProperty } from './step-data.tsx';
import { stepSort } from './step-sorts.ts';
import { WordsProperty } from './words.tsx';

/** Yes, no, or not looked at. */
const Told = ({ path, label }: { path: Path; label: string }) => {
  const { t } = useTranslation();
  const { workflow, run, isBroken } = useDesk();
  const value = at(workflow, path);
  return (
    <Property path={path} label={label}>
      <Segmented
        size="small"
        aria-label={label}
        disabled={isBroken}
        value={value === true ? 'yes' : value === false ? 'no' : 'any'}
        options={[
          { value: 'any', label: '—' },
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
        ]}
        onChange={(next) => {
          run(setProperty(path, next === 'any' ? undefined : next === 'yes'));
        }}
      />
    </Property>
  );
};

const RARE = [
  'status',
  'late',
  'in_grace',
  'zero',
  'due',
  'notified',
  'marks',
  'warnings',
  'invalid',
  'metrics',
  'entries',
  'awards',
];

/** What must hold after a step; what is left empty is not looked at. */
export const ExpectationProperties = ({ path, workflow }: { path: Path; workflow: WorkflowDesk }) => {
  const { t } = useTranslation();
  const { workflow: scenario } = useDesk();
  const value = at(scenario, path);
  const marks = [
    ...wordsAt(workflow.workflow, ['settle', 'on_fail', 'mark']),
    ...keysAt(workflow.workflow, ['quotas']),
  ].map((mark) => ({ value: mark, label: mark }));
  const hasMetrics = keysAt(workflow.workflow, ['metrics']).length > 0;
  const step = stepSort(at(scenario, path.slice(0, -1)));
  const hasContest = step === 'tally' || ['tally', 'awards', 'entries'].some((word) => at(value, [word]) !== undefined);
  return (
    <div className="scenario-expect">
      <div className="entry-row">
        <ChoiceProperty
          path={[...path, 'state']}
          label={t('scenario.expect-state')}
          otherwise={t('scenario.any')}
          choices={stateChoices(workflow)}
        />
        <ChoiceProperty
          path={[...path, 'refused']}
          label={t('scenario.expect-refused')}
          otherwise={t('scenario.not-refused')}
          choices={REFUSAL_REASONS.map((reason) => ({ value: reason, label: t(`refusal.${reason}`) }))}
        />
      </div>
      {hasContest ? <ExpectedCount path={path} workflow={workflow} /> : null}
      <details className="scenario-more" open={isRecord(value) && RARE.some((key) => value[key] !== undefined)}>
        <summary>{t('scenario.expect-more')}</summary>
        <div className="entry-row">
          <Told path={[...path, 'late']} label={t('scenario.late')} />
          <Told path={[...path, 'in_grace']} label={t('scenario.in-grace')} />
          <Told path={[...path, 'zero']} label={t('scenario.zero')} />
        </div>
        <div className="entry-row">
          <KeysProperty path={[...path, 'notified']} label={t('scenario.notified')} choices={actorChoices(workflow)} />
          <KeysProperty path={[...path, 'marks']} label={t('scenario.marks')} choices={marks} />
        </div>
        <div className="entry-row">
          <ChoiceProperty
            path={[...path, 'status']}
            label={t('scenario.status')}
            otherwise={t('scenario.any')}
            choices={CASE_STATUSES.map((status) => ({ value: status, label: t(`scenario.status.${status}`) }))}
          />
          <WordProperty path={[...path, 'due']} label={t('scenario.due')} />
          <NumberProperty path={[...path, 'warnings']} label={t('scenario.warnings')} />
        </div>
        <WordsProperty path={[...path, 'invalid']} label={t('scenario.invalid')} help={t('scenario.invalid-help')} />
        {hasContest || at(workflow.workflow, ['gather']) === undefined ? null : (
          <NumberProperty path={[...path, 'entries']} label={t('scenario.expect-entries')} max={1000} />
        )}
        {hasMetrics ? <DataProperty path={[...path, 'metrics']} label={t('workflow.metrics')} /> : null}
      </details>
    </div>
  );
};

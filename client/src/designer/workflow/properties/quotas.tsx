import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, isRecord, type Path } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { ExpressionProperty } from '../inputs/expression.tsx';
import { LocalTextProperty } from '../inputs/local-text.tsx';
import { NumberOrExpressionProperty } from '../inputs/number-or-expression.tsx';
import { Property } from '../inputs/property.tsx';
import { keysAt } from '../names.ts';
import { KeyedEntries } from './keyed-entries.tsx';
import { QuotaByProperty } from './quota-by.tsx';

/** No metric is called so: keys have no stars. */
const COUNT = '*';

/** Cases as one each, or a number that they publish: one of both, never both. */
const Measure = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const quota = at(desk.workflow, path);
  const given = isRecord(quota) ? quota : {};
  const { sum } = given;
  const rest = Object.fromEntries(Object.entries(given).filter(([word]) => word !== 'count' && word !== 'sum'));
  return (
    <Property path={[...path, 'sum']} label={t('workflow.quota-sum')}>
      {(id) => (
        <Select
          id={id}
          className="wide"
          aria-label={t('workflow.quota-sum')}
          disabled={desk.isBroken}
          value={typeof sum === 'string' ? sum : COUNT}
          options={[
            { value: COUNT, label: t('workflow.quota-sum.count') },
            ...keysAt(desk.workflow, ['metrics']).map((key) => ({ value: key, label: key })),
          ]}
          onChange={(next: string) => {
            desk.run(setProperty(path, next === COUNT ? { count: true, ...rest } : { sum: next, ...rest }));
          }}
        />
      )}
    </Property>
  );
};

const Limit = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const choice = <Value extends string>(values: readonly Value[], text: (value: Value) => string) =>
    values.map((value) => ({ value, label: text(value) }));
  return (
    <>
      <Measure path={path} />
      <QuotaByProperty path={path} />
      <ExpressionProperty path={[...path, 'where']} label={t('workflow.quota-where')} place="quota" />
      <ChoiceProperty
        path={[...path, 'window']}
        label={t('workflow.quota-window')}
        otherwise={t('workflow.quota-window.all')}
        choices={choice(['all', 'year', 'period'] as const, (value) => t(`workflow.quota-window.${value}`))}
      />
      <NumberOrExpressionProperty
        path={[...path, 'max']}
        label={t('workflow.quota-max')}
        place="start"
        max={1_000_000_000}
        digits={9}
      />
      <ChoiceProperty
        path={[...path, 'on_exceed']}
        label={t('workflow.quota-exceed')}
        otherwise={t('workflow.quota-exceed.refuse')}
        choices={choice(['refuse', 'mark'] as const, (value) => t(`workflow.quota-exceed.${value}`))}
      />
      <LocalTextProperty path={[...path, 'message']} label={t('workflow.quota-message')} />
    </>
  );
};

/** Limits over the cases of the workflow. */
export const QuotasProperty = () => {
  const { t } = useTranslation();
  return (
    <KeyedEntries
      path={['quotas']}
      label={t('workflow.quotas')}
      help={t('workflow.quotas-help')}
      one={t('workflow.quota')}
      fresh={() => ({ count: true, by: ['organisation'], max: 1, message: t('workflow.quota-message-fresh') })}
    >
      {(path) => <Limit path={path} />}
    </KeyedEntries>
  );
};

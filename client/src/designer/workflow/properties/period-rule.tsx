import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, isRecord, type Path } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { NamedPeriods } from './named-periods.tsx';
import { RecurringPeriods } from './recurring-periods.tsx';
import { monthsOf, oneRoundOf, useThisYear } from './this-year.ts';

/** The windows of one kind of organisation: recurring, or named one by one. */
export const PeriodRuleProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const { workflow, run, isBroken } = useDesk();
  const year = useThisYear();
  const rule = at(workflow, path);
  const isList = isRecord(rule) && rule['list'] !== undefined;
  return (
    <>
      <Segmented
        size="small"
        aria-label={t('workflow.periods')}
        disabled={isBroken}
        value={isList ? 'list' : 'every'}
        options={[
          { value: 'every', label: t('workflow.periods-every') },
          { value: 'list', label: t('workflow.periods-list') },
        ]}
        onChange={(sort) => {
          if ((sort === 'list') !== isList) run(setProperty(path, sort === 'list' ? oneRoundOf(year) : monthsOf(year)));
        }}
      />
      {isList ? <NamedPeriods path={[...path, 'list']} /> : <RecurringPeriods path={path} />}
    </>
  );
};

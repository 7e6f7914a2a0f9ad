import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, isRecord, type Path } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { DayProperty, TimeProperty } from '../inputs/day.tsx';
import { DurationProperty } from '../inputs/duration.tsx';
import { ExpressionProperty } from '../inputs/expression.tsx';
import { Property } from '../inputs/property.tsx';
import { useThisYear } from './this-year.ts';

const SORTS = ['on', 'at', 'within'] as const;
type Sort = (typeof SORTS)[number];

const sortOf = (rule: unknown): Sort | null => SORTS.find((sort) => isRecord(rule) && rule[sort] !== undefined) ?? null;

/** A rule of each sort to begin with. */
const fresh = (sort: Sort, isPeriodic: boolean, day: string): unknown =>
  ({ on: day, at: isPeriodic ? 'period.due' : `date("${day}")`, within: 'P5WD' })[sort];

/** When something is due: on a day, by an expression, or some time after the case came into the state. */
export const DueRuleProperty = ({ path, label }: { path: Path; label: string }) => {
  const { t } = useTranslation();
  const { workflow, run, isBroken } = useDesk();
  const { to } = useThisYear();
  const rule = at(workflow, path);
  const sort = sortOf(rule);
  const isPeriodic = JSON.stringify(at(workflow, ['subject', 'per']) ?? []).includes('period');
  const change = (next: Sort): void => {
    const kept = isRecord(rule)
      ? Object.entries(rule).filter(([key]) => !['on', 'time', 'at', 'within', 'from'].includes(key))
      : [];
    run(setProperty(path, Object.fromEntries([[next, fresh(next, isPeriodic, to)], ...kept])));
  };
  return (
    <div className="due-rule">
      <Property path={path} label={label} isGroup>
        <Select<Sort>
          className="wide"
          aria-label={label}
          disabled={isBroken}
          value={sort}
          placeholder={t('workflow.due-choose')}
          options={SORTS.map((one) => ({ value: one, label: t(`workflow.due.${one}`) }))}
          onChange={change}
        />
      </Property>
      {sort === 'on' ? (
        <>
          <DayProperty path={[...path, 'on']} label={t('workflow.due-day')} />
          <TimeProperty path={[...path, 'time']} label={t('workflow.due-time')} help={t('workflow.due-time-help')} />
        </>
      ) : null}
      {sort === 'at' ? <ExpressionProperty path={[...path, 'at']} label={t('workflow.due-at')} place="due" /> : null}
      {sort === 'within' ? (
        <>
          <DurationProperty path={[...path, 'within']} label={t('workflow.due-within')} />
          <ExpressionProperty
            path={[...path, 'from']}
            label={t('workflow.due-from')}
            help={t('workflow.due-from-help')}
            place="due"
          />
        </>
      ) : null}
    </div>
  );
};

import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, isRecord, type Path } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { DayProperty } from '../inputs/day.tsx';
import { DurationProperty } from '../inputs/duration.tsx';
import { NumberProperty } from '../inputs/number.tsx';
import { Property } from '../inputs/property.tsx';

const EVERY = ['day', 'week', 'month', 'quarter', 'half_year', 'year'] as const;

type DueSort = 'day' | 'after_end' | 'month_after';

const dueSortOf = (due: unknown): DueSort => {
  if (!isRecord(due)) return 'day';
  return due['after_end'] === undefined ? 'month_after' : 'after_end';
};

/** Windows that come again and again. */
export const RecurringPeriods = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const { workflow, run, isBroken } = useDesk();
  const sort = dueSortOf(at(workflow, [...path, 'due']));
  const window = at(workflow, [...path, 'window']);
  const windowSort = isRecord(window) ? 'days' : typeof window === 'string' ? window : 'calendar';
  const changeDue = (next: DueSort): void => {
    const rule = at(workflow, path);
    const rest = Object.fromEntries(
      Object.entries(isRecord(rule) ? rule : {}).filter(([key]) => key !== 'day' && key !== 'due'),
    );
    const due = { after_end: { due: { after_end: 'P5D' } }, month_after: { due: { month_after: 5 } }, day: { day: 5 } };
    run(setProperty(path, { ...rest, ...due[next] }));
  };
  return (
    <>
      <ChoiceProperty
        path={[...path, 'every']}
        label={t('workflow.every')}
        choices={EVERY.map((one) => ({ value: one, label: t(`workflow.every.${one}`) }))}
      />
      <div className="entry-row">
        <DayProperty path={[...path, 'from']} label={t('workflow.from')} />
        <DayProperty path={[...path, 'to']} label={t('workflow.until')} />
      </div>
      <Property path={[...path, 'due']} label={t('workflow.period-due')} isGroup>
        <Select<DueSort>
          className="wide"
          aria-label={t('workflow.period-due')}
          disabled={isBroken}
          value={sort}
          options={(['day', 'after_end', 'month_after'] as const).map((one) => ({
            value: one,
            label: t(`workflow.period-due.${one}`),
          }))}
          onChange={changeDue}
        />
      </Property>
      {sort === 'day' ? (
        <NumberProperty
          path={[...path, 'day']}
          label={t('workflow.period-day')}
          help={t('workflow.period-day-help')}
          min={1}
        />
      ) : null}
      {sort === 'after_end' ? (
        <DurationProperty path={[...path, 'due', 'after_end']} label={t('workflow.period-after-end')} />
      ) : null}
      {sort === 'month_after' ? (
        <NumberProperty
          path={[...path, 'due', 'month_after']}
          label={t('workflow.period-month-after')}
          min={1}
          max={31}
        />
      ) : null}
      <ChoiceProperty
        path={[...path, 'overflow']}
        label={t('workflow.overflow')}
        otherwise={t('workflow.overflow.last_day')}
        choices={(['last_day', 'skip'] as const).map((one) => ({ value: one, label: t(`workflow.overflow.${one}`) }))}
      />
      <Property path={[...path, 'window']} label={t('workflow.window')} help={t('workflow.window-help')} isGroup>
        <Select
          className="wide"
          aria-label={t('workflow.window')}
          disabled={isBroken}
          value={windowSort}
          options={['calendar', 'since_previous', 'days'].map((one) => ({
            value: one,
            label: t(`workflow.window.${one}`),
          }))}
          onChange={(next) => {
            run(setProperty([...path, 'window'], next === 'days' ? { from: 1, to: 28 } : next));
          }}
        />
      </Property>
      {windowSort === 'days' ? (
        <div className="entry-row">
          <NumberProperty path={[...path, 'window', 'from']} label={t('workflow.from')} min={1} />
          <NumberProperty path={[...path, 'window', 'to']} label={t('workflow.until')} min={1} />
        </div>
      ) : null}
    </>
  );
};

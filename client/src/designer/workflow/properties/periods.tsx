import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, isRecord } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { Property } from '../inputs/property.tsx';
import { kindChoices } from '../names.ts';
import { ByKind } from './by-kind.tsx';
import { PeriodRuleProperty } from './period-rule.tsx';
import { monthsOf, useThisYear } from './this-year.ts';

const PATH = ['periods'] as const;

/** How often is reported: the same for all, or by kind of organisation. */
export const PeriodsProperty = () => {
  const { t } = useTranslation();
  const desk = useDesk();
  const months = monthsOf(useThisYear());
  const { workflow, run, isBroken } = desk;
  const periods = at(workflow, PATH);
  if (!isRecord(periods))
    return (
      <Property path={PATH} label={t('workflow.periods')} help={t('workflow.periods-none')}>
        <Button
          size="small"
          disabled={isBroken}
          onClick={() => {
            run(setProperty(PATH, months));
          }}
        >
          {t('workflow.periods-make')}
        </Button>
      </Property>
    );
  const byKind = isRecord(periods['for']);
  const turn = (next: 'all' | 'kinds'): void => {
    const first = isRecord(periods['for']) ? Object.values(periods['for'])[0] : undefined;
    const kinds = kindChoices(desk).slice(0, 1);
    if (next === 'all' && byKind) run(setProperty(PATH, first ?? months));
    if (next === 'kinds' && !byKind)
      run(setProperty(PATH, { for: Object.fromEntries(kinds.map(({ value }) => [value, periods])) }));
  };
  return (
    <>
      <Property path={PATH} label={t('workflow.periods')} isGroup>
        <Segmented
          size="small"
          aria-label={t('workflow.periods')}
          disabled={isBroken}
          value={byKind ? 'kinds' : 'all'}
          options={[
            { value: 'all', label: t('workflow.for-all') },
            { value: 'kinds', label: t('workflow.by-kind') },
          ]}
          onChange={(next) => {
            turn(next === 'kinds' ? 'kinds' : 'all');
          }}
        />{' '}
        <Button
          size="small"
          type="text"
          danger
          disabled={isBroken}
          onClick={() => {
            run(setProperty(PATH, undefined));
          }}
        >
          {t('workflow.periods-drop')}
        </Button>
      </Property>
      {byKind ? (
        <ByKind
          path={[...PATH, 'for']}
          label={t('workflow.by-kind')}
          help={t('workflow.first-wins')}
          fresh={() => months}
        >
          {(own) => <PeriodRuleProperty path={own} />}
        </ByKind>
      ) : (
        <PeriodRuleProperty path={PATH} />
      )}
    </>
  );
};

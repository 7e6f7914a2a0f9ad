import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { setProperty } from '../../workflow/commands/set-property.ts';
import { useDesk } from '../../workflow/desk-context.ts';
import { Property } from '../../workflow/inputs/property.tsx';
import { ByKind } from '../../workflow/properties/by-kind.tsx';
import { PeriodRuleProperty } from '../../workflow/properties/period-rule.tsx';
import { oneRoundOf, useThisYear } from '../../workflow/properties/this-year.ts';
import { at, isRecord, type Path } from '../../yaml/read-yaml.ts';

/** Periods of one binding in place of the workflow's. */
export const BindingPeriods = ({ path, template }: { path: Path; template: unknown }) => {
  const { t } = useTranslation();
  const { workflow, run, isBroken } = useDesk();
  const round = oneRoundOf(useThisYear());
  const value = at(workflow, path);
  const given = at(template, ['periods']);
  if (!isRecord(value))
    return (
      <Property path={path} label={t('settings.bound-periods')}>
        <span className="quiet">{t('settings.as-in-workflow')}</span>{' '}
        <Button
          size="small"
          disabled={isBroken}
          onClick={() => {
            run(setProperty(path, given ?? round));
          }}
        >
          {t('settings.other-periods')}
        </Button>
      </Property>
    );
  return (
    <>
      <Property path={path} label={t('settings.bound-periods')} isGroup>
        <Button
          size="small"
          disabled={isBroken}
          onClick={() => {
            run(setProperty(path, undefined));
          }}
        >
          {t('settings.back-to-workflow')}
        </Button>
      </Property>
      {isRecord(value['for']) ? (
        <ByKind path={[...path, 'for']} label={t('settings.by-kind')} fresh={() => round}>
          {(own) => <PeriodRuleProperty path={own} />}
        </ByKind>
      ) : (
        <PeriodRuleProperty path={path} />
      )}
    </>
  );
};

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { setProperty } from '../../workflow/commands/set-property.ts';
import { useDesk } from '../../workflow/desk-context.ts';
import { DurationProperty } from '../../workflow/inputs/duration.tsx';
import { Property } from '../../workflow/inputs/property.tsx';
import { titleOf } from '../../workflow/names.ts';
import { ByKind } from '../../workflow/properties/by-kind.tsx';
import { DueRuleProperty } from '../../workflow/properties/due-rule.tsx';
import { useThisYear } from '../../workflow/properties/this-year.ts';
import { at, isRecord, type Path } from '../../yaml/read-yaml.ts';

/** Words that say when something is due; one of them in a binding takes the place of all of the workflow's. */
const DUE = ['on', 'time', 'at', 'within', 'from', 'for', 'default'];

const dueOf = (deadline: unknown, day: string): Record<string, unknown> => {
  const given = isRecord(deadline) ? Object.entries(deadline).filter(([word]) => DUE.includes(word)) : [];
  return given.length === 0 ? { on: day } : Object.fromEntries(given);
};

interface Props {
  path: Path;
  name: string;
  /** The deadline as the workflow has it. */
  given: unknown;
}

/** A deadline of one binding: as in the workflow, or with dates of its own. */
export const BindingDeadline = ({ path, name, given }: Props) => {
  const { t } = useTranslation();
  const { workflow, run, isBroken, language } = useDesk();
  const { to } = useThisYear();
  const value = at(workflow, path);
  const title = titleOf(at(given, ['title']), language, name);
  const change = (next: unknown): void => {
    run(setProperty(path, next));
  };
  if (!isRecord(value))
    return (
      <Property path={path} label={title}>
        <span className="quiet">{t('settings.as-in-workflow')}</span>{' '}
        <Button
          size="small"
          disabled={isBroken}
          onClick={() => {
            change(dueOf(given, to));
          }}
        >
          {t('settings.other-date')}
        </Button>
      </Property>
    );
  return (
    <fieldset className="entry">
      <legend className="sr-only">{title}</legend>
      <div className="entry-tools">
        <strong>{title}</strong>
        <Button
          size="small"
          disabled={isBroken}
          onClick={() => {
            change(undefined);
          }}
        >
          {t('settings.back-to-workflow')}
        </Button>
        {isRecord(value['for']) ? null : (
          <Button
            size="small"
            disabled={isBroken}
            onClick={() => {
              change({ for: {}, default: dueOf(value, to) });
            }}
          >
            {t('settings.by-kind')}
          </Button>
        )}
      </div>
      {value['for'] === undefined && value['default'] === undefined ? (
        <DueRuleProperty path={path} label={t('settings.due')} />
      ) : (
        <>
          <ByKind path={[...path, 'for']} label={t('settings.by-kind')} fresh={() => ({ on: to })}>
            {(own, kind) => <DueRuleProperty path={own} label={kind} />}
          </ByKind>
          <DueRuleProperty path={[...path, 'default']} label={t('settings.due-others')} />
        </>
      )}
      <DurationProperty path={[...path, 'grace']} label={t('settings.grace')} />
    </fieldset>
  );
};

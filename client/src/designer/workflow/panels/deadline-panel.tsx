import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, isRecord } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { LocalTextProperty } from '../inputs/local-text.tsx';
import { YesNoProperty } from '../inputs/yes-no.tsx';
import { firstOf, kindChoices } from '../names.ts';
import { ByKind } from '../properties/by-kind.tsx';
import { DueRuleProperty } from '../properties/due-rule.tsx';
import { EscalateProperty } from '../properties/escalate.tsx';
import { ExtensionProperty } from '../properties/extension.tsx';
import { HolidayProperty } from '../properties/holiday.tsx';
import { LateProperties } from '../properties/late.tsx';
import { RemindProperty } from '../properties/remind.tsx';
import { PanelHeading } from './panel-heading.tsx';

const DUE_WORDS = ['on', 'time', 'at', 'within', 'from'];

/** A deadline: when it is due, for whom, who is reminded, what happens to what is late, and who may grant more time. */
export const DeadlinePanel = ({ deadline }: { deadline: string }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const path = ['deadlines', deadline] as const;
  const value = at(desk.workflow, path);
  const byKind = isRecord(at(value, ['for']));
  const turn = (next: 'all' | 'kinds'): void => {
    const all = isRecord(value) ? value : {};
    const due = Object.fromEntries(Object.entries(all).filter(([key]) => DUE_WORDS.includes(key)));
    const rest = Object.fromEntries(
      Object.entries(all).filter(([key]) => ![...DUE_WORDS, 'for', 'default'].includes(key)),
    );
    const first = firstOf(all['for']);
    const kinds = kindChoices(desk).map((kind): [string, unknown] => [kind.value, due]);
    if (next === 'kinds' && !byKind) desk.run(setProperty(path, { for: Object.fromEntries(kinds), ...rest }));
    if (next === 'all' && byKind)
      desk.run(setProperty(path, { ...(isRecord(first) ? first : { within: 'P5WD' }), ...rest }));
  };
  return (
    <>
      <PanelHeading path={path} sort={t('workflow.deadline')} />
      <LocalTextProperty path={[...path, 'title']} label={t('workflow.title')} />
      <Segmented
        size="small"
        aria-label={t('workflow.due')}
        disabled={desk.isBroken}
        value={byKind ? 'kinds' : 'all'}
        options={[
          { value: 'all', label: t('workflow.for-all') },
          { value: 'kinds', label: t('workflow.by-kind') },
        ]}
        onChange={(next) => {
          turn(next === 'kinds' ? 'kinds' : 'all');
        }}
      />
      {byKind ? (
        <>
          <ByKind
            path={[...path, 'for']}
            label={t('workflow.by-kind')}
            help={t('workflow.first-wins')}
            fresh={() => ({ within: 'P5WD' })}
          >
            {(own) => <DueRuleProperty path={own} label={t('workflow.due')} />}
          </ByKind>
          <DueRuleProperty path={[...path, 'default']} label={t('workflow.due-default')} />
        </>
      ) : (
        <DueRuleProperty path={path} label={t('workflow.due')} />
      )}
      <HolidayProperty path={path} />
      <RemindProperty path={path} />
      <LateProperties path={path} />
      <ExtensionProperty path={path} />
      <EscalateProperty path={path} />
      <YesNoProperty path={[...path, 'resume']} label={t('workflow.resume')} help={t('workflow.resume-help')} />
    </>
  );
};

import { Button } from 'antd';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '#contract/text.ts';
import { isRosterField, removeField, setRequired } from './commands/fields.ts';
import { ConditionsPanel } from './conditions/conditions-panel.tsx';
import { kindEntryOf } from './kinds/registry.ts';
import { fullName, titleOf } from './names.ts';
import { fieldAt, keyOf, parentOf, type FieldPath } from './place.ts';
import type { Problem } from './problem.ts';
import { PaperPanel } from './paper-panel.tsx';
import { Properties } from './properties/properties.tsx';
import { RulesPanel } from './rules/rules-panel.tsx';
import { TabStrip } from './tab-strip.tsx';
import { useForm, useHands } from './use-design.ts';

export type PanelTab = 'properties' | 'conditions' | 'rules' | 'paper';

interface Props {
  selected: readonly string[];
  problems: readonly Problem[];
  tab: PanelTab;
  onTab: (tab: PanelTab) => void;
}

/** What can be done to several fields at once. */
const Several = ({ selected }: { selected: readonly string[] }) => {
  const { t } = useTranslation();
  const { edit } = useHands();
  const paths = selected.map((id) => id.split('.'));
  return (
    <div className="designer-panel-part">
      <p>{t('form-designer.several', { count: selected.length })}</p>
      <div className="designer-buttons">
        <Button
          onClick={() => {
            edit(null, (form) => paths.reduce((now, path) => setRequired(now, path, true), form));
          }}
        >
          {t('form-designer.require-all')}
        </Button>
        <Button
          onClick={() => {
            edit(null, (form) => paths.reduce((now, path) => setRequired(now, path, false), form));
          }}
        >
          {t('form-designer.require-none')}
        </Button>
        <Button
          danger
          onClick={() => {
            edit(null, (form) => paths.reduce((now, path) => removeField(now, path), form), []);
          }}
        >
          {t('form-designer.remove')}
        </Button>
      </div>
    </div>
  );
};

/** The chosen field beside the sheet: its properties, and the conditions and rules of where it stands. */
export const Panel = memo(({ selected, problems, tab, onTab }: Props) => {
  const { t, i18n } = useTranslation();
  const form = useForm();
  const id = selected.at(-1) ?? '';
  const path: FieldPath = useMemo(() => (id === '' ? [] : id.split('.')), [id]);
  const field = fieldAt(form, path);
  if (field === undefined) return null;
  if (selected.length > 1) return <Several selected={selected} />;
  const isGroup = path.length === 0 || isRosterField(field) || field.properties !== undefined;
  const group = isGroup ? path : parentOf(path);
  const holder = fieldAt(form, group);
  const where =
    group.length === 0
      ? t('form-designer.of-form')
      : t(holder !== undefined && isRosterField(holder) ? 'form-designer.of-rows' : 'form-designer.of-section', {
          name: holder === undefined ? '' : titleOf(holder, keyOf(group), i18n.language),
        });
  const own = problems.filter((problem) => problem.field === id);
  const entry = kindEntryOf(field);
  const names: PanelTab[] = ['properties', 'conditions', 'rules', ...(path.length === 0 ? (['paper'] as const) : [])];
  const active = names.includes(tab) ? tab : 'properties';
  return (
    <div className="designer-panel">
      <h2 className="designer-panel-title">
        {path.length === 0 ? t('form-designer.the-form') : fullName(form, path, i18n.language)}
        {path.length === 0 ? null : <span className="quiet">{textIn(entry.title, i18n.language)}</span>}
      </h2>
      {own.map((problem) => (
        <div
          key={`${String(problem.line)}:${String(problem.column)}${problem.message}`}
          className={problem.severity === 'error' ? 'problem-error' : 'problem-warning'}
        >
          {problem.message}
          {problem.suggestion === null ? null : ` ${problem.suggestion}`}
        </div>
      ))}
      <TabStrip
        label={t('form-designer.properties')}
        tabs={names.map((key) => ({ key, label: t(`form-designer.${key}`) }))}
        active={active}
        onTab={onTab}
      >
        {active === 'properties' ? <Properties key={id} id={id} path={path} field={field} /> : null}
        {active === 'conditions' ? (
          <>
            <p className="quiet">{where}</p>
            <ConditionsPanel key={group.join('.')} group={group} field={path} />
          </>
        ) : null}
        {active === 'rules' ? (
          <>
            <p className="quiet">{where}</p>
            <RulesPanel key={group.join('.')} group={group} />
          </>
        ) : null}
        {active === 'paper' ? <PaperPanel /> : null}
      </TabStrip>
    </div>
  );
});
Panel.displayName = 'Panel';

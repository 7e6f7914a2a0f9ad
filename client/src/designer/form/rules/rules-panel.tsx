import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, Rule } from '#contract/definition/field.ts';
import { orNothing, withEntry } from '../keyword.ts';
import { titleOf } from '../names.ts';
import { dotted, editGroup, groupAt, type FieldPath } from '../place.ts';
import { LocalTextBox, PickBox } from '../properties/inputs.tsx';
import { useForm, useHands } from '../use-design.ts';
import { ComparisonEditor } from './comparison-editor.tsx';
import { comparisonText, readComparison } from './comparison.ts';
import { ExpressionBox } from './expression-box.tsx';
import { placeOfGroup } from './place-of-group.ts';
import { TotalsEditor } from './totals-editor.tsx';

const SEVERITIES = ['error', 'warning', 'waivable'] as const;
const EXPECTED = ['bool'] as const;

interface RuleProps {
  group: FieldPath;
  rule: Rule;
  index: number;
}

const withRules = (group: Field, change: (rules: Rule[]) => Rule[]): Field =>
  withEntry(group, 'x-rules', orNothing(change(group['x-rules'] ?? [])));

const RuleEditor = ({ group, rule, index }: RuleProps) => {
  const { t, i18n } = useTranslation();
  const form = useForm();
  const { edit } = useHands();
  const comparison = readComparison(rule.expr);
  const [asText, setAsText] = useState(comparison === null);
  const place = useMemo(() => placeOfGroup(form, group), [form, group]);
  const fields = Object.entries(groupAt(form, group)?.properties ?? {});
  const put = (next: Rule, about: string | null): void => {
    edit(about, (now) => editGroup(now, group, (one) => withRules(one, (rules) => rules.with(index, next))));
  };
  const about = `${dotted(group)}:rule.${index}`;
  return (
    <li className="designer-list-item">
      <div className="designer-label-line">
        <Segmented
          size="small"
          value={asText || comparison === null ? 'text' : 'built'}
          options={[
            { value: 'built', label: t('form-designer.rule-built'), disabled: comparison === null },
            { value: 'text', label: t('form-designer.rule-text') },
          ]}
          onChange={(value) => {
            setAsText(value === 'text');
          }}
        />
        <Button
          size="small"
          type="text"
          danger
          icon={<DeleteOutlined />}
          aria-label={t('form-designer.rule-remove', { n: index + 1 })}
          onClick={() => {
            edit(null, (now) => editGroup(now, group, (one) => withRules(one, (rules) => rules.toSpliced(index, 1))));
          }}
        />
      </div>
      {asText || comparison === null ? (
        <ExpressionBox
          label={t('form-designer.rule-expr')}
          value={rule.expr}
          place={place}
          expected={EXPECTED}
          onChange={(expr) => {
            put({ ...rule, expr }, `${about}.expr`);
          }}
        />
      ) : (
        <ComparisonEditor
          group={group}
          comparison={comparison}
          onChange={(next) => {
            put({ ...rule, expr: comparisonText(next) }, `${about}.expr`);
          }}
        />
      )}
      <LocalTextBox
        label={t('form-designer.rule-message')}
        value={rule.message}
        onChange={(message) => {
          put({ ...rule, message: message ?? '' }, `${about}.message`);
        }}
      />
      <div className="designer-pair">
        <PickBox
          label={t('form-designer.rule-at')}
          value={rule.at}
          options={fields.map(([key, field]) => ({ value: key, label: titleOf(field, key, i18n.language) }))}
          onChange={(at) => {
            put(withEntry(rule, 'at', at), null);
          }}
        />
        <PickBox
          label={t('form-designer.rule-severity')}
          clear={false}
          value={rule.severity ?? 'error'}
          options={SEVERITIES.map((one) => ({ value: one, label: t(`form-designer.severity.${one}`) }))}
          onChange={(severity) => {
            put(withEntry(rule, 'severity', severity === 'error' ? undefined : severity), null);
          }}
        />
      </div>
    </li>
  );
};

/** What must hold between fields, for the form or for each row. */
export const RulesPanel = ({ group }: { group: FieldPath }) => {
  const { t } = useTranslation();
  const form = useForm();
  const { edit } = useHands();
  const holder = groupAt(form, group);
  const rules = holder?.['x-rules'] ?? [];
  const [first] = Object.keys(holder?.properties ?? {});
  const owner = placeOfGroup(form, group).at === 'row' ? 'row' : ['form', ...group].join('.');
  return (
    <div className="designer-panel-part">
      <ul className="designer-list">
        {rules.map((rule, index) => (
          <RuleEditor key={index} group={group} rule={rule} index={index} />
        ))}
      </ul>
      {rules.length === 0 ? <p className="quiet">{t('form-designer.rules-empty')}</p> : null}
      <Button
        size="small"
        icon={<PlusOutlined />}
        disabled={first === undefined || rules.length >= 100}
        onClick={() => {
          const rule: Rule = {
            expr: `${owner}.${first ?? ''} == ${owner}.${first ?? ''}`,
            message: t('form-designer.rule-first'),
          };
          edit(null, (now) => editGroup(now, group, (one) => withRules(one, (old) => [...old, rule])));
        }}
      >
        {t('form-designer.rule-add')}
      </Button>
      <TotalsEditor group={group} />
    </div>
  );
};

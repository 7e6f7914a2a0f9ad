import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conditional } from '#contract/definition/field.ts';
import { dotted, groupAt, type FieldPath } from '../place.ts';
import { useForm } from '../use-design.ts';
import { conditionalOf, readClause, type Clause } from './clause.ts';
import { ConditionText } from './condition-text.tsx';
import { changedConditional } from './conditionals.ts';
import { DeedRow } from './deed-row.tsx';
import { TestRow } from './test-row.tsx';

interface Props {
  group: FieldPath;
  conditional: Conditional;
  index: number;
  onChange: (conditional: Conditional, about: string | null) => void;
  onRemove: () => void;
}

/** One condition, put together by choosing, or as text where it says more than that. */
export const ConditionEditor = ({ group, conditional, index, onChange, onRemove }: Props) => {
  const { t } = useTranslation();
  const form = useForm();
  const clause = readClause(conditional);
  const [asText, setAsText] = useState(clause === null);
  const fields = groupAt(form, group)?.properties ?? {};
  const [first = ''] = Object.keys(fields);
  const about = `${dotted(group)}:condition.${index}`;
  const put = (next: Clause, step: string | null): void => {
    const made = conditionalOf(next);
    if (made !== null) onChange(changedConditional(conditional, made), step);
  };
  const showsText = asText || clause === null;
  return (
    <li className="designer-list-item">
      <div className="designer-label-line">
        <Segmented
          size="small"
          value={showsText ? 'text' : 'built'}
          options={[
            { value: 'built', label: t('form-designer.rule-built'), disabled: clause === null },
            { value: 'text', label: t('form-designer.view.text') },
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
          aria-label={t('form-designer.condition-remove', { n: index + 1 })}
          onClick={onRemove}
        />
      </div>
      {showsText ? (
        <ConditionText conditional={conditional} onChange={onChange} />
      ) : (
        <>
          <div className="designer-clause-head">
            {t('form-designer.when')}
            {clause.tests.length > 1 ? (
              <Select
                size="small"
                aria-label={t('form-designer.all-or-any')}
                value={clause.all ? 'all' : 'any'}
                options={(['all', 'any'] as const).map((one) => ({ value: one, label: t(`form-designer.${one}`) }))}
                onChange={(one) => {
                  put({ ...clause, all: one === 'all' }, null);
                }}
              />
            ) : null}
          </div>
          {clause.tests.map((test, at) => (
            <TestRow
              key={at}
              fields={fields}
              test={test}
              removable={clause.tests.length > 1}
              onChange={(next) => {
                put({ ...clause, tests: clause.tests.with(at, next) }, `${about}.test.${at}`);
              }}
              onRemove={() => {
                put({ ...clause, tests: clause.tests.toSpliced(at, 1) }, null);
              }}
            />
          ))}
          <Button
            size="small"
            type="link"
            icon={<PlusOutlined />}
            disabled={clause.tests.length >= 20}
            onClick={() => {
              put({ ...clause, tests: [...clause.tests, { field: first, says: 'filled' }] }, null);
            }}
          >
            {t('form-designer.test-add')}
          </Button>
          <div className="designer-clause-head">{t('form-designer.then')}</div>
          {clause.deeds.map((deed, at) => (
            <DeedRow
              key={at}
              fields={fields}
              deed={deed}
              removable={clause.deeds.length > 1}
              onChange={(next) => {
                put({ ...clause, deeds: clause.deeds.with(at, next) }, `${about}.deed.${at}`);
              }}
              onRemove={() => {
                put({ ...clause, deeds: clause.deeds.toSpliced(at, 1) }, null);
              }}
            />
          ))}
          <Button
            size="small"
            type="link"
            icon={<PlusOutlined />}
            onClick={() => {
              const used = new Set(clause.deeds.map(({ field }) => field));
              const free = Object.keys(fields).find((key) => !used.has(key)) ?? first;
              put({ ...clause, deeds: [...clause.deeds, { does: 'require', field: free }] }, null);
            }}
          >
            {t('form-designer.deed-add')}
          </Button>
        </>
      )}
    </li>
  );
};

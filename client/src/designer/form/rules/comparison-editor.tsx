import { Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldPath } from '../place.ts';
import { useForm } from '../use-design.ts';
import { useModel } from '../use-model.ts';
import { OPERATORS, type Comparison, type Operand, type Operator } from './comparison.ts';
import { columnsOfRosters, namesOfPlace } from './names-of-place.ts';
import { placeOfGroup } from './place-of-group.ts';

interface Choice {
  value: string;
  label: string;
  operand: Operand;
}

const idOf = (operand: Operand): string => {
  switch (operand.kind) {
    case 'field':
    case 'known':
      return operand.name;
    case 'count':
      return `#${operand.roster}`;
    case 'sum':
      return `+${operand.roster}.${operand.column}`;
    case 'number':
    case 'text':
    case 'truth':
      return `=${operand.kind}`;
  }
};

/** Everything that can stand on a side: fields, counts and sums of rosters, days and texts that the case knows. */
const useChoices = (group: FieldPath, isRight: boolean): Choice[] => {
  const { t, i18n } = useTranslation();
  const form = useForm();
  const model = useModel();
  const names = namesOfPlace(model, placeOfGroup(form, group), i18n.language);
  const simple = new Set(['text', 'bool', 'int', 'decimal', 'date']);
  const columns = columnsOfRosters(model, i18n.language);
  const choice = (operand: Operand, label: string): Choice => ({ value: idOf(operand), label, operand });
  const values: Choice[] = isRight
    ? [
        choice({ kind: 'number', value: 0 }, t('form-designer.a-number')),
        choice({ kind: 'text', value: '' }, t('form-designer.a-text')),
        choice({ kind: 'truth', value: true }, t('form-designer.true')),
      ]
    : [];
  return [
    ...names
      .filter(({ group: name, type }) => (name === 'form' || name === 'row') && simple.has(type))
      .map(({ text, title }) => choice({ kind: 'field', name: text }, title === '' ? text : title)),
    ...[...new Set(columns.map(({ roster }) => roster))].map((roster) =>
      choice(
        { kind: 'count', roster },
        t('form-designer.count-of', { title: names.find(({ text }) => text === `form.${roster}`)?.title ?? roster }),
      ),
    ),
    ...columns
      .filter(({ isNumber }) => isNumber)
      .map(({ roster, column, title }) =>
        choice({ kind: 'sum', roster, column }, t('form-designer.sum-of', { title })),
      ),
    ...['today', 'due', 'period.from', 'period.to']
      .filter((name) => names.some(({ text }) => text === name))
      .map((name) => choice({ kind: 'known', name }, t(`form-designer.known.${name}`))),
    ...values,
  ];
};

interface SideProps {
  group: FieldPath;
  operand: Operand;
  label: string;
  isRight?: boolean;
  onChange: (operand: Operand) => void;
}

const Side = ({ group, operand, label, isRight = false, onChange }: SideProps) => {
  const { t } = useTranslation();
  const choices = useChoices(group, isRight);
  const id = idOf(operand);
  const known = choices.some(({ value }) => value === id);
  return (
    <div className="designer-side">
      <Select
        aria-label={label}
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        value={id}
        options={[
          ...choices.map(({ value, label: name }) => ({ value, label: name })),
          ...(known ? [] : [{ value: id, label: id }]),
        ]}
        onChange={(value: string) => {
          const chosen = choices.find((one) => one.value === value);
          if (chosen !== undefined) onChange(chosen.operand);
        }}
      />
      {operand.kind === 'number' ? (
        <InputNumber
          aria-label={t('form-designer.a-number')}
          value={operand.value}
          onChange={(value) => {
            onChange({ kind: 'number', value: value ?? 0 });
          }}
        />
      ) : null}
      {operand.kind === 'text' ? (
        <Input
          aria-label={t('form-designer.a-text')}
          value={operand.value}
          onChange={(event) => {
            onChange({ kind: 'text', value: event.target.value });
          }}
        />
      ) : null}
    </div>
  );
};

interface Props {
  group: FieldPath;
  comparison: Comparison;
  onChange: (comparison: Comparison) => void;
}

/** "This must be at most that", put together by choosing. */
export const ComparisonEditor = ({ group, comparison, onChange }: Props) => {
  const { t } = useTranslation();
  return (
    <div className="designer-comparison">
      <Side
        group={group}
        label={t('form-designer.rule-left')}
        operand={comparison.left}
        onChange={(left) => {
          onChange({ ...comparison, left });
        }}
      />
      <Select
        aria-label={t('form-designer.rule-operator')}
        value={comparison.operator}
        options={OPERATORS.map((operator) => ({ value: operator, label: t(`form-designer.operator.${operator}`) }))}
        onChange={(operator: Operator) => {
          onChange({ ...comparison, operator });
        }}
      />
      <Side
        group={group}
        isRight
        label={t('form-designer.rule-right')}
        operand={comparison.right}
        onChange={(right) => {
          onChange({ ...comparison, right });
        }}
      />
    </div>
  );
};

import { CloseOutlined } from '@ant-design/icons';
import { Button, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Code, Field } from '#contract/definition/field.ts';
import { kindOf } from '../../../form/kind.ts';
import { optionsOf } from '../commands/options.ts';
import { titleOf } from '../names.ts';
import type { Test } from './clause.ts';
import { useOffered, ValueChoice } from './value-choice.tsx';

type Says = Test['says'];

/** What can be asked of a kind of field. */
const saysFor = (field: Field | undefined): Says[] => {
  const kind = field === undefined ? 'text' : kindOf(field);
  if (kind === 'choices') return ['has', 'filled', 'empty'];
  if (kind === 'file') return ['filled', 'empty'];
  if (kind === 'integer' || kind === 'decimal' || kind === 'money')
    return ['is', 'is-not', 'at-least', 'at-most', 'above', 'below', 'filled', 'empty'];
  if (kind === 'choice') return ['is', 'is-not', 'one-of', 'filled', 'empty'];
  return ['is', 'is-not', 'filled', 'empty'];
};

const firstValue = (field: Field | undefined, offered: { code: Code }[] | null): Code => {
  if (offered !== null) return offered[0]?.code ?? '';
  return field?.type === 'integer' || field?.type === 'number' ? 0 : (optionsOf(field ?? {})[0]?.const ?? '');
};

const valueOf = (test: Test): Code | undefined =>
  'value' in test ? test.value : 'values' in test ? test.values[0] : undefined;

const asked = (field: string, says: Says, value: Code): Test => {
  switch (says) {
    case 'filled':
    case 'empty':
      return { field, says };
    case 'one-of':
      return { field, says, values: [value] };
    case 'at-least':
    case 'at-most':
    case 'above':
    case 'below':
      return { field, says, value: typeof value === 'number' ? value : 0 };
    case 'is':
    case 'is-not':
    case 'has':
      return { field, says, value };
  }
};

interface Props {
  fields: Record<string, Field>;
  test: Test;
  removable: boolean;
  onChange: (test: Test) => void;
  onRemove: () => void;
}

/** "Field – is – value" in one line. */
export const TestRow = ({ fields, test, removable, onChange, onRemove }: Props) => {
  const { t, i18n } = useTranslation();
  const field = fields[test.field];
  const offered = useOffered(field);
  const says = saysFor(field);
  const value = valueOf(test);
  return (
    <div className="designer-test">
      <Select
        aria-label={t('form-designer.test-field')}
        showSearch={{ optionFilterProp: 'label' }}
        value={test.field}
        options={Object.entries(fields).map(([key, one]) => ({ value: key, label: titleOf(one, key, i18n.language) }))}
        onChange={(key: string) => {
          onChange({ field: key, says: 'filled' });
        }}
      />
      <Select
        aria-label={t('form-designer.test-says')}
        value={test.says}
        options={[...new Set([...says, test.says])].map((one) => ({
          value: one,
          label: t(`form-designer.says.${one}`),
        }))}
        onChange={(one: Says) => {
          onChange(asked(test.field, one, value ?? firstValue(field, offered)));
        }}
      />
      {test.says === 'one-of' ? (
        <Select
          mode="multiple"
          aria-label={t('form-designer.test-value')}
          value={test.values.map((one) => JSON.stringify(one))}
          options={(offered ?? []).map(({ value: one, label }) => ({ value: one, label }))}
          onChange={(chosen: string[]) => {
            const values = chosen.map((one) => JSON.parse(one) as Code);
            if (values.length > 0) onChange({ ...test, values });
          }}
        />
      ) : 'value' in test && typeof test.value === 'number' && offered === null ? (
        <InputNumber
          aria-label={t('form-designer.test-value')}
          value={test.value}
          onChange={(next) => {
            onChange(asked(test.field, test.says, next ?? 0));
          }}
        />
      ) : 'value' in test ? (
        <ValueChoice
          label={t('form-designer.test-value')}
          field={field}
          value={test.value}
          onChange={(next) => {
            onChange(asked(test.field, test.says, next));
          }}
        />
      ) : null}
      {removable ? (
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined />}
          aria-label={t('form-designer.test-remove')}
          onClick={onRemove}
        />
      ) : null}
    </div>
  );
};

import { Input, InputNumber, Select } from 'antd';
import type { Code, Field } from '#contract/definition/field.ts';
import { titleIn } from '#engine/form/fields.ts';
import { textIn } from '#contract/text.ts';
import { useTranslation } from 'react-i18next';
import { optionsOf } from '../commands/options.ts';
import { useSurroundings } from '../use-design.ts';

/** The values that a field offers, by title: its own options, the rows of its table, or yes and no. */
export const useOffered = (field: Field | undefined): { value: string; label: string; code: Code }[] | null => {
  const { t, i18n } = useTranslation();
  const { programme } = useSurroundings();
  if (field === undefined) return null;
  const offer = (code: Code, label: string) => ({ value: JSON.stringify(code), label, code });
  if (field.type === 'boolean') return [offer(true, t('form-designer.true')), offer(false, t('form-designer.false'))];
  const own = optionsOf(field);
  if (own.length > 0)
    return own.map((option) => offer(option.const, titleIn(option, i18n.language) || String(option.const)));
  const sources = [field['x-options'] ?? field.items?.['x-options'] ?? []].flat();
  if (sources.length === 0) return null;
  return sources.flatMap((source) => {
    const table = programme?.tables?.[typeof source === 'string' ? source : source.table];
    return Object.entries(table?.rows ?? {}).map(([key, row]) =>
      offer(
        key,
        typeof row['title'] === 'string' || typeof row['title'] === 'object'
          ? textIn(row['title'] as never, i18n.language)
          : key,
      ),
    );
  });
};

interface Props {
  field: Field | undefined;
  label: string;
  value: Code;
  onChange: (value: Code) => void;
}

export const ValueChoice = ({ field, label, value, onChange }: Props) => {
  const offered = useOffered(field);
  if (offered !== null)
    return (
      <Select
        aria-label={label}
        style={{ width: '100%' }}
        value={JSON.stringify(value)}
        showSearch={{ optionFilterProp: 'label' }}
        options={offered.map(({ value: one, label: name }) => ({ value: one, label: name }))}
        onChange={(one: string) => {
          const chosen = offered.find((offer) => offer.value === one);
          if (chosen !== undefined) onChange(chosen.code);
        }}
      />
    );
  if (field?.type === 'integer' || field?.type === 'number')
    return (
      <InputNumber
        aria-label={label}
        style={{ width: '100%' }}
        value={typeof value === 'number' ? value : null}
        onChange={(next) => {
          onChange(next ?? 0);
        }}
      />
    );
  return (
    <Input
      aria-label={label}
      value={String(value)}
      onChange={(event) => {
        onChange(event.target.value.slice(0, 200));
      }}
    />
  );
};

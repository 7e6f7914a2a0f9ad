import { InputNumber, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { Property } from './property.tsx';

const UNITS = ['D', 'WD', 'W', 'M', 'TH', 'TM'] as const;
type Unit = (typeof UNITS)[number];

interface Length {
  count: number;
  unit: Unit;
}

/** `P5WD` as five working days; null for what is no length of time. */
const lengthOf = (value: unknown): Length | null => {
  const found = typeof value === 'string' ? /^P(T?)(\d{1,5})(WD|[DWMH])$/.exec(value) : null;
  if (found === null) return null;
  const unit = `${found[1] ?? ''}${found[3] ?? ''}` as Unit;
  return UNITS.includes(unit) ? { count: Number(found[2]), unit } : null;
};

const durationText = ({ count, unit }: Length): string =>
  unit.startsWith('T') ? `PT${String(count)}${unit.slice(1)}` : `P${String(count)}${unit}`;

interface InputProps {
  id?: string;
  label: string;
  value: unknown;
  disabled?: boolean;
  onChange: (value: string | undefined) => void;
}

/** A number and its unit; an empty number takes the length away. */
export const DurationInput = ({ id, label, value, disabled = false, onChange }: InputProps) => {
  const { t } = useTranslation();
  const length = lengthOf(value);
  const unit = length?.unit ?? 'D';
  return (
    <Space.Compact>
      <InputNumber
        {...(id === undefined ? {} : { id })}
        aria-label={label}
        min={0}
        max={99_999}
        precision={0}
        style={{ width: 88 }}
        disabled={disabled}
        value={length?.count ?? null}
        onChange={(count) => {
          onChange(count === null ? undefined : durationText({ count, unit }));
        }}
      />
      <Select<Unit>
        aria-label={`${label} · ${t('workflow.unit')}`}
        style={{ width: 128 }}
        disabled={disabled}
        value={unit}
        options={UNITS.map((one) => ({ value: one, label: t(`workflow.unit.${one}`) }))}
        onChange={(next) => {
          onChange(durationText({ count: length?.count ?? 1, unit: next }));
        }}
      />
    </Space.Compact>
  );
};

/** A length of time. */
export const DurationProperty = ({ path, label, help }: { path: Path; label: string; help?: string }) => {
  const { isBroken } = useDesk();
  const [value, set] = useProperty(path);
  return (
    <Property path={path} label={label} help={help}>
      {(id) => <DurationInput id={id} label={label} value={value} disabled={isBroken} onChange={set} />}
    </Property>
  );
};

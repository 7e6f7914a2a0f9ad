import { Input, InputNumber, Select } from 'antd';
import { useId } from 'react';
import type { SheetField } from '#contract/wire/judging.ts';

interface Props {
  fields: readonly SheetField[];
  data: Record<string, unknown>;
  disabled: boolean;
  onChange: (data: Record<string, unknown>) => void;
}

const Value = ({ field, data, disabled, onChange, id }: Omit<Props, 'fields'> & { field: SheetField; id: string }) => {
  const value = data[field.key];
  const set = (next: unknown): void => {
    onChange({ ...data, [field.key]: next });
  };
  if (field.kind === 'number')
    return (
      <InputNumber
        id={id}
        className="wide"
        inputMode="decimal"
        disabled={disabled}
        value={typeof value === 'number' ? value : null}
        {...(field.min !== null && { min: field.min })}
        {...(field.max !== null && { max: field.max })}
        {...(field.isWhole && { precision: 0 })}
        onChange={(next) => {
          set(next ?? undefined);
        }}
      />
    );
  if (field.kind === 'choice')
    return (
      <Select
        id={id}
        className="wide"
        disabled={disabled}
        value={value}
        options={field.options.map(({ value: code, title }) => ({ value: code, label: title }))}
        onChange={set}
      />
    );
  return (
    <Input
      id={id}
      disabled={disabled}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => {
        set(event.target.value);
      }}
    />
  );
};

/** The small sheet of a judge: numbers within the limits of its form, choices, a remark. */
export const JudgingSheet = ({ fields, ...rest }: Props) => {
  const base = useId();
  return (
    <div className="judging-sheet">
      {fields.map((field) => (
        <label key={field.key} htmlFor={`${base}-${field.key}`}>
          <span>
            {field.title}
            {field.min !== null && field.max !== null ? ` (${field.min}–${field.max})` : ''}
            {field.isRequired ? ' *' : ''}
          </span>
          <Value field={field} id={`${base}-${field.key}`} {...rest} />
        </label>
      ))}
    </div>
  );
};

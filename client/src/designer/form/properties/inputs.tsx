import { Input, InputNumber, Select } from 'antd';
import { useId } from 'react';
import type { LocalText } from '#contract/text.ts';
import { textFor, withTextFor } from '../local-text.ts';
import { useSurroundings } from '../use-design.ts';

/** A label with its input below. */
export const Labelled = ({ label, children }: { label: string; children: (id: string) => React.ReactNode }) => {
  const id = useId();
  return (
    <div className="designer-labelled">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
};

interface TextBoxProps {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  area?: boolean;
  placeholder?: string;
  disabled?: boolean;
}

/** A text; an empty one is none. */
export const TextBox = ({ label, value, onChange, area = false, placeholder, disabled = false }: TextBoxProps) => (
  <Labelled label={label}>
    {(id) =>
      area ? (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={value ?? ''}
          placeholder={placeholder}
          disabled={disabled}
          onChange={(event) => {
            onChange(event.target.value === '' ? undefined : event.target.value);
          }}
        />
      ) : (
        <Input
          id={id}
          value={value ?? ''}
          placeholder={placeholder}
          disabled={disabled}
          onChange={(event) => {
            onChange(event.target.value === '' ? undefined : event.target.value);
          }}
        />
      )
    }
  </Labelled>
);

interface NumberBoxProps {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  min?: number;
  max?: number;
  whole?: boolean;
  suffix?: string;
}

export const NumberBox = ({ label, value, onChange, min, max, whole = true, suffix }: NumberBoxProps) => (
  <Labelled label={label}>
    {(id) => (
      <InputNumber
        id={id}
        style={{ width: '100%' }}
        value={value ?? null}
        {...(min !== undefined && { min })}
        {...(max !== undefined && { max })}
        {...(whole && { precision: 0 })}
        {...(suffix !== undefined && { suffix })}
        onChange={(next) => {
          onChange(next ?? undefined);
        }}
      />
    )}
  </Labelled>
);

interface PickBoxProps {
  label: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
  clear?: boolean;
  disabled?: boolean;
}

export const PickBox = ({ label, value, options, onChange, clear = true, disabled = false }: PickBoxProps) => (
  <Labelled label={label}>
    {(id) => (
      <Select
        id={id}
        style={{ width: '100%' }}
        value={value ?? null}
        allowClear={clear}
        disabled={disabled}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...options]}
        onChange={(next: string | null) => {
          onChange(next ?? undefined);
        }}
      />
    )}
  </Labelled>
);

const LANGUAGE_NAMES: Record<string, string> = { 'zh-CN': '中文', en: 'English' };

export const languageName = (tag: string): string => LANGUAGE_NAMES[tag] ?? tag;

interface LocalTextBoxProps {
  label: string;
  value: LocalText | undefined;
  onChange: (value: LocalText | undefined) => void;
  area?: boolean;
  placeholder?: string;
}

/** A text in every language of the programme, the main one first. */
export const LocalTextBox = ({ label, value, onChange, area = false, placeholder }: LocalTextBoxProps) => {
  const { main, locales } = useSurroundings();
  return (
    <>
      {locales.map((locale) => (
        <TextBox
          key={locale}
          label={locales.length === 1 ? label : `${label}（${languageName(locale)}）`}
          area={area}
          value={textFor(value, locale, main)}
          {...(placeholder !== undefined && locale === main && { placeholder })}
          onChange={(typed) => {
            onChange(withTextFor(value, typed ?? '', { locale, main }));
          }}
        />
      ))}
    </>
  );
};

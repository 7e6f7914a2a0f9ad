import { Input } from 'antd';
import { useState } from 'react';
import { boundTo, type InputProps } from './input-props.ts';

/** A number as typed; text that is no number is kept as text, so that the check can name it instead of losing it. */
const readNumber = (text: string): number | string | undefined => {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return undefined;
  return /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(plain) && Number.isFinite(Number(plain)) ? Number(plain) : text;
};

const plain = (value: unknown): string => (typeof value === 'number' || typeof value === 'string' ? String(value) : '');

const asMoney = (value: unknown, locale: string): string =>
  typeof value === 'number' ? new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(value) : plain(value);

type Show = (value: unknown, locale: string) => string;

/** Shows the value in its dress while nobody types, and exactly what is typed while somebody does. */
const TypedNumber = ({ show, ...props }: InputProps & { show: Show }) => {
  const [text, setText] = useState<string | null>(null);
  return (
    <Input
      {...boundTo(props)}
      inputMode={props.field.type === 'integer' ? 'numeric' : 'decimal'}
      value={text ?? show(props.value, props.locale)}
      readOnly={props.readOnly}
      placeholder={props.placeholder ?? ''}
      onFocus={() => {
        if (!props.readOnly) setText(plain(props.value));
      }}
      onChange={(event) => {
        setText(event.target.value);
        props.onChange(readNumber(event.target.value));
      }}
      onBlur={() => {
        setText(null);
      }}
    />
  );
};

export const NumberInput = (props: InputProps) => <TypedNumber {...props} show={plain} />;
export const MoneyInput = (props: InputProps) => <TypedNumber {...props} show={asMoney} />;

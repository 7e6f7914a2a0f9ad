import { Input } from 'antd';
import { boundTo, type InputProps } from './input-props.ts';

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const orNothing = (text: string): string | undefined => (text === '' ? undefined : text);

export const TextInput = (props: InputProps) => (
  <Input
    {...boundTo(props)}
    value={textOf(props.value)}
    readOnly={props.readOnly}
    placeholder={props.placeholder ?? ''}
    onChange={(event) => {
      props.onChange(orNothing(event.target.value));
    }}
  />
);

export const LongTextInput = (props: InputProps) => (
  <Input.TextArea
    {...boundTo(props)}
    value={textOf(props.value)}
    readOnly={props.readOnly}
    autoSize={{ minRows: 2, maxRows: 10 }}
    placeholder={props.placeholder ?? ''}
    {...(props.field.maxLength === undefined || props.readOnly
      ? {}
      : { showCount: true, count: { max: props.field.maxLength } })}
    onChange={(event) => {
      props.onChange(orNothing(event.target.value));
    }}
  />
);

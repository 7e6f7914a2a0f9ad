import { Checkbox, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { boundTo, type InputProps } from './input-props.ts';

const FEW = 6;

const optionsOf = ({ choices }: InputProps) =>
  choices.map(({ code, title }) => ({ value: code as string | number, label: title }));

/** One of several: side by side while they are few, a searchable list beyond that. */
export const ChoiceInput = (props: InputProps) => {
  const { t } = useTranslation();
  const widget = props.field['x-widget'];
  if (widget === 'radio' || (widget !== 'select' && props.choices.length <= FEW)) {
    return (
      <Radio.Group
        id={props.id}
        value={props.value}
        disabled={props.readOnly}
        options={optionsOf(props)}
        onChange={(event) => {
          props.onChange(event.target.value);
        }}
      />
    );
  }
  return (
    <Select
      {...boundTo(props)}
      style={{ width: '100%' }}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      disabled={props.readOnly}
      placeholder={props.placeholder ?? t('form.choose')}
      value={props.value ?? null}
      options={optionsOf(props)}
      onChange={(value: unknown) => {
        props.onChange(value ?? undefined);
      }}
    />
  );
};

/** Several of several; none chosen is an empty list where that is an answer. */
export const ChoicesInput = (props: InputProps) => (
  <Checkbox.Group
    className="choices"
    value={Array.isArray(props.value) ? (props.value as (string | number)[]) : []}
    disabled={props.readOnly}
    options={optionsOf(props)}
    onChange={(value) => {
      props.onChange(value);
    }}
  />
);

export const YesNoInput = (props: InputProps) => {
  const { t } = useTranslation();
  return (
    <Radio.Group
      id={props.id}
      value={props.value}
      disabled={props.readOnly}
      options={[
        { value: true, label: t('yes') },
        { value: false, label: t('no') },
      ]}
      onChange={(event) => {
        props.onChange(event.target.value);
      }}
    />
  );
};

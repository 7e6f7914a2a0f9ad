import type { FieldProps } from '@rjsf/utils';
import type { Field } from '#contract/definition/field.ts';
import { textIn } from '#contract/text.ts';
import { FileDeskList } from './file-desk-list.tsx';
import { placeOf, type FormContext } from './form-context.ts';
import { kindOf } from './kind.ts';
import { reaches } from './reach.ts';
import { WIDGETS } from './widgets/registry.ts';

type Props = FieldProps<unknown, Record<string, unknown>, FormContext>;

/** A head field's address: its key, or its section's and its key joined by a dot. */
export const addressOf = (path: readonly (string | number)[]) => ({ field: path.join('.') });

/** One value of the head: its widget by kind, inside the label and messages that the template draws. */
export const ValueField = (props: Props) => {
  const context = props.registry.formContext;
  const field = props.uiSchema?.['ui:options']?.['source'] as Field;
  const address = addressOf(props.fieldPathId.path);
  const place = placeOf(address);
  const kind = kindOf(field);
  const invalid = context.issues.some(
    ({ address: at, severity }) => severity === 'error' && at !== null && placeOf(at) === place,
  );
  const readOnly =
    context.readOnly ||
    field['x-computed'] !== undefined ||
    context.masked.has(place) ||
    !reaches(context.write, address);
  if (kind === 'file')
    return (
      <FileDeskList
        address={address}
        field={field}
        context={context}
        readOnly={readOnly}
        value={props.formData}
        onChange={(value) => {
          props.onChange(value, props.fieldPathId.path);
        }}
      />
    );
  const Widget = WIDGETS[kind];
  const placeholder = textIn(field['x-placeholder'], context.locale);
  return (
    <Widget
      id={props.fieldPathId.$id}
      field={field}
      value={props.formData}
      readOnly={readOnly}
      invalid={invalid}
      describedBy={`${props.fieldPathId.$id}__said`}
      placeholder={placeholder === '' ? undefined : placeholder}
      choices={context.choices(field)}
      locale={context.locale}
      onChange={(value) => {
        props.onChange(value, props.fieldPathId.path);
      }}
    />
  );
};

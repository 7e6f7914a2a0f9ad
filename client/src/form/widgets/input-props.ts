import type { Field } from '#contract/definition/field.ts';
import type { Choice } from '../form-context.ts';

/** What every input of a head field is given. `onChange(undefined)` empties the field. */
export interface InputProps {
  id: string;
  field: Field;
  value: unknown;
  onChange: (value: unknown) => void;
  readOnly: boolean;
  invalid: boolean;
  describedBy: string | undefined;
  placeholder: string | undefined;
  choices: Choice[];
  locale: string;
}

/** Attributes that tie an input to its label and its errors. */
export const boundTo = (props: InputProps) => ({
  id: props.id,
  'aria-invalid': props.invalid,
  ...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy }),
  ...(props.invalid ? { status: 'error' as const } : {}),
});

import { textIn } from '#contract/text.ts';
import type { InputProps } from './input-props.ts';

/** A sentence of the form itself; nothing is typed here. */
export const FixedText = (props: InputProps) => (
  <p className="fixed-text">{textIn(props.field.description, props.locale)}</p>
);

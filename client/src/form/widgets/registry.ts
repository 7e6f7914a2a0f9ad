import type { ComponentType } from 'react';
import type { InputKind } from '../kind.ts';
import { ChoiceInput, ChoicesInput, YesNoInput } from './choice-input.tsx';
import { DateInput, DateTimeInput, MonthInput } from './date-input.tsx';
import { FixedText } from './fixed-text.tsx';
import type { InputProps } from './input-props.ts';
import { MoneyInput, NumberInput } from './number-input.tsx';
import { LongTextInput, TextInput } from './text-input.tsx';

/** Every input of head fields by kind. A new kind is one file and one line here. Files have a desk of their own. */
export const WIDGETS: Record<Exclude<InputKind, 'file'>, ComponentType<InputProps>> = {
  text: TextInput,
  'long-text': LongTextInput,
  integer: NumberInput,
  decimal: NumberInput,
  money: MoneyInput,
  boolean: YesNoInput,
  choice: ChoiceInput,
  choices: ChoicesInput,
  date: DateInput,
  'date-time': DateTimeInput,
  month: MonthInput,
  organisation: ChoiceInput,
  fixed: FixedText,
};

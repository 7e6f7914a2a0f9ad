import type { Field } from '#contract/definition/field.ts';
import type { Form } from '#contract/definition/form.ts';
import { textIn } from '#contract/text.ts';
import { findField } from '#engine/form/fields.ts';

interface Address {
  field: string;
  roster?: string | undefined;
}

const titleOfCode = (field: Field, code: unknown, locale: string): string =>
  textIn(field.oneOf?.find((option) => option.const === code)?.title, locale) || String(code);

const plain = (field: Field, value: unknown, locale: string): string => {
  if (Array.isArray(value)) return value.map((one) => titleOfCode(field.items ?? {}, one, locale)).join('、');
  if (typeof value === 'boolean') return locale === 'en' ? (value ? 'Yes' : 'No') : value ? '是' : '否';
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .filter(([key]) => !key.startsWith('_'))
      .map(([, inner]) => String(inner))
      .join('，');
  return titleOfCode(field, value, locale);
};

/** A stored value as people read it: titles instead of codes, yes or no, a whole row as one line. */
export const valueText = (form: Form, address: Address, value: unknown, locale: string): string => {
  const path = address.roster === undefined ? address.field.split('.') : [address.roster, address.field];
  return plain(findField(form, path)?.field ?? {}, value, locale);
};

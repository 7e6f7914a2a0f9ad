import type { Field } from '#contract/definition/field.ts';
import type { Form } from '#contract/definition/form.ts';
import { titleIn } from '#engine/form/fields.ts';
import { fieldAt, keyOf, type FieldPath } from './place.ts';

/** What a field is called for people: its title, else its key. */
export const titleOf = (field: Field, key: string, locale: string): string => {
  const title = titleIn(field, locale);
  return title === '' ? key : title;
};

/** A field with what stands above it: 名单 › 姓名. */
export const fullName = (form: Form, path: FieldPath, locale: string): string =>
  path
    .map((_, depth) => {
      const at = path.slice(0, depth + 1);
      const field = fieldAt(form, at);
      return field === undefined ? keyOf(at) : titleOf(field, keyOf(at), locale);
    })
    .join(' › ');

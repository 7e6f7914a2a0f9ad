import type { Field } from '#contract/definition/field.ts';
import type { Form } from '#contract/definition/form.ts';
import { withEntry } from '../keyword.ts';
import { editField, fieldAt, groupAt, keyOf, parentOf, type FieldPath } from '../place.ts';
import { freeKey, indexOf, insertField, removeField } from './fields.ts';
import { editOption, optionsOf } from './options.ts';

/** "Other, please state": an option that asks for a text, in a field of its own beside the choice. */

const LONGEST_TEXT = 60;

const textField = (title: string): Field => ({ type: 'string', title, maxLength: LONGEST_TEXT });

export const askOther = (form: Form, path: FieldPath, index: number, title: string): Form => {
  const field = fieldAt(form, path);
  const group = parentOf(path);
  if (field === undefined || optionsOf(field)[index] === undefined) return form;
  const key = freeKey(Object.keys(groupAt(form, group)?.properties ?? {}), `${keyOf(path).slice(0, 50)}_other`);
  const asked = insertField(
    form,
    { group, index: indexOf(form, path) + 1 },
    { key, field: textField(title), required: false },
  );
  if (asked === form) return form;
  return editField(asked, path, (one) => editOption(one, index, (option) => withEntry(option, 'x-other', key)));
};

/** The text goes with the last option that asked for it, unless it is kept (because it was published). */
export const askNoOther = (form: Form, path: FieldPath, index: number, keep: (path: FieldPath) => boolean): Form => {
  const field = fieldAt(form, path);
  const key = field === undefined ? undefined : optionsOf(field)[index]?.['x-other'];
  if (key === undefined) return form;
  const quiet = editField(form, path, (one) =>
    editOption(one, index, (option) => withEntry(option, 'x-other', undefined)),
  );
  const text = [...parentOf(path), key];
  const now = fieldAt(quiet, path);
  const isAsked = now !== undefined && optionsOf(now).some((option) => option['x-other'] === key);
  return isAsked || keep(text) ? quiet : removeField(quiet, text);
};

import type { Field, Option } from '#contract/definition/field.ts';
import type { Form } from '#contract/definition/form.ts';
import { resolve } from '#engine/form/fields.ts';
import type { LocalText } from '#contract/text.ts';

/** The form as everybody but its author sees it: references written out, titles in all their languages. */

interface Titled {
  title?: LocalText | undefined;
  'x-title'?: Record<string, string> | undefined;
}

const joined = <Thing extends Titled>(thing: Thing, main: string): Thing => {
  const { 'x-title': others, ...rest } = thing;
  if (others === undefined || typeof thing.title !== 'string') return thing;
  return { ...rest, title: { [main]: thing.title, ...others } } as Thing;
};

const DEEPEST = 8;

/** Fields that did not change keep what was made of them, so that a key pressed costs one field and not all. */
const known = new WeakMap<Field, { main: string; defs: unknown; shown: Field }>();

const shownField = (form: Form, given: Field, main: string, depth: number): Field => {
  const found = known.get(given);
  if (found?.main === main && found.defs === form.$defs) return found.shown;
  const field = depth > DEEPEST ? {} : resolve(form, given);
  const { properties, items, oneOf } = field;
  const shown: Field = {
    ...joined(field, main),
    ...(oneOf && { oneOf: oneOf.map((option): Option => joined(option, main)) }),
    ...(properties && { properties: shownFields(form, properties, main, depth + 1) }),
    ...(items && { items: shownField(form, items, main, depth + 1) }),
  };
  known.set(given, { main, defs: form.$defs, shown });
  return shown;
};

const shownFields = (form: Form, fields: Record<string, Field>, main: string, depth: number): Record<string, Field> =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, shownField(form, field, main, depth)]));

export const shownForm = (form: Form, main: string): Form => shownField(form, form, main, 0) as Form;

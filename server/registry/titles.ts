import type { Field, Option } from '../contract/definition/field.ts';
import type { Form } from '../contract/definition/form.ts';
import type { LocalText } from '../contract/text.ts';

/** In a file `title` is plain text in the programme's first language and `x-title` adds others; once loaded, `title` holds all. */

interface Titled {
  title?: LocalText | undefined;
  'x-title'?: Record<string, string> | undefined;
}

const joined = <Thing extends Titled>(thing: Thing, locale: string): Thing => {
  const { 'x-title': others, ...rest } = thing;
  if (others === undefined) return thing;
  const title: LocalText | undefined = thing.title;
  const own = typeof title === 'string' ? { [locale]: title } : title;
  return { ...rest, title: { ...own, ...others } } as Thing;
};

const joinedField = (field: Field, locale: string): Field => {
  const joint = joined(field, locale);
  if (joint.oneOf !== undefined) joint.oneOf = joint.oneOf.map((option): Option => joined(option, locale));
  if (joint.properties !== undefined)
    joint.properties = Object.fromEntries(
      Object.entries(joint.properties).map(([key, inner]) => [key, joinedField(inner, locale)]),
    );
  if (joint.items !== undefined) joint.items = joinedField(joint.items, locale);
  return joint;
};

/** The form with every title in all its languages; `locale` is the language of the plain ones. */
export const joinTitles = (form: Form, locale: string): Form => joinedField({ ...form }, locale) as Form;

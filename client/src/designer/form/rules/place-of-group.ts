import type { Form } from '#contract/definition/form.ts';
import type { Place } from '#engine/environment.ts';
import { isRosterField } from '../commands/fields.ts';
import { fieldAt, keyOf, type FieldPath } from '../place.ts';

/** The roster in whose rows a group's fields stand, or null for the head of the form. */
const rosterOf = (form: Form, group: FieldPath): FieldPath | null => {
  const depth = group.findIndex((_, index) => {
    const field = fieldAt(form, group.slice(0, index + 1));
    return field !== undefined && isRosterField(field);
  });
  return depth < 0 ? null : group.slice(0, depth + 1);
};

/** Which names an expression knows that stands in a group. */
export const placeOfGroup = (form: Form, group: FieldPath): Place => {
  const roster = rosterOf(form, group);
  return roster === null ? { at: 'form' } : { at: 'row', roster: keyOf(roster) };
};

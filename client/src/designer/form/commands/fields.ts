import type { Field } from '#contract/definition/field.ts';
import type { Form } from '#contract/definition/form.ts';
import { withEntry } from '../keyword.ts';
import { editGroup, fieldAt, groupAt, isSame, isWithin, keyOf, parentOf, type FieldPath } from '../place.ts';
import { changedKeys } from './references.ts';
import { followed } from './references-around.ts';

/** Putting fields in, taking them out, moving and copying them. */

/** A place among the fields of a group; `index` counts the fields before it. */
export interface Spot {
  group: FieldPath;
  index: number;
}

/** A field on its way: with its key, and whether it must be filled in. */
export interface Carried {
  key: string;
  field: Field;
  required: boolean;
}

const LONGEST_KEY = 63;

/** The key itself where it is free, else with the first number that makes it free. */
export const freeKey = (taken: readonly string[], wanted: string): string => {
  if (!taken.includes(wanted)) return wanted;
  const stem = wanted.replace(/_\d+$/, '').slice(0, LONGEST_KEY - 4);
  let n = 2;
  while (taken.includes(`${stem}_${String(n)}`)) n += 1;
  return `${stem}_${String(n)}`;
};

/** A key for a field whose name says nothing in Latin letters: `field_1`, `field_2` … */
export const nextKey = (group: Field, stem = 'field'): string => {
  const taken = Object.keys(group.properties ?? {});
  let n = 1;
  while (taken.includes(`${stem}_${String(n)}`)) n += 1;
  return `${stem}_${String(n)}`;
};

export const isRosterField = (field: Field): boolean =>
  field.items?.properties !== undefined || field.items?.$ref !== undefined;

/** Whether a roster is somewhere in the field. */
const holdsRoster = (field: Field): boolean =>
  isRosterField(field) || Object.values(field.properties ?? {}).some(holdsRoster);

const isInRoster = (form: Form, group: FieldPath): boolean =>
  group.some((_, depth) => {
    const field = fieldAt(form, group.slice(0, depth + 1));
    return field !== undefined && isRosterField(field);
  });

/** Rows hold no rosters, and nothing stands in a group that is not there. */
export const mayStand = (form: Form, group: FieldPath, field: Field): boolean => {
  const holder = groupAt(form, group);
  if (holder?.properties === undefined) return false;
  return !(isInRoster(form, group) && (holdsRoster(field) || field.properties !== undefined));
};

const inserted = (group: Field, index: number, { key, field, required }: Carried): Field => {
  const entries = Object.entries(group.properties ?? {});
  const at = Math.max(0, Math.min(index, entries.length));
  const properties = Object.fromEntries([...entries.slice(0, at), [key, field] as const, ...entries.slice(at)]);
  const filled = withEntry(group, 'properties', properties);
  if (!required) return filled;
  // Named in the order of the fields, as a person would.
  const asked = new Set([...(group.required ?? []), key]);
  const ordered = Object.keys(properties).filter((name) => asked.has(name));
  return withEntry(filled, 'required', [...ordered, ...[...asked].filter((name) => !Object.hasOwn(properties, name))]);
};

export const insertField = (form: Form, { group, index }: Spot, carried: Carried): Form => {
  const holder = groupAt(form, group);
  if (holder === undefined || !mayStand(form, group, carried.field)) return form;
  if (Object.hasOwn(holder.properties ?? {}, carried.key)) return form;
  return editGroup(form, group, (one) => inserted(one, index, carried));
};

const taken = (form: Form, path: FieldPath): Form =>
  editGroup(form, parentOf(path), (group) =>
    withEntry(
      group,
      'properties',
      Object.fromEntries(Object.entries(group.properties ?? {}).filter(([key]) => key !== keyOf(path))),
    ),
  );

export const removeField = (form: Form, path: FieldPath): Form =>
  path.length === 0 || fieldAt(form, path) === undefined ? form : followed(taken(form, path), path, null);

export const isRequired = (form: Form, path: FieldPath): boolean =>
  groupAt(form, parentOf(path))?.required?.includes(keyOf(path)) === true;

/** Nothing is asked of a field that is not there, nor of the form as a whole. */
export const setRequired = (form: Form, path: FieldPath, required: boolean): Form =>
  editGroup(form, parentOf(path), (group) => {
    const key = keyOf(path);
    if (!Object.hasOwn(group.properties ?? {}, key)) return group;
    const now = group.required ?? [];
    if (now.includes(key) === required) return group;
    if (!required) return withEntry(group, 'required', changedKeys(now, key, null));
    const order = Object.keys(group.properties ?? {});
    const place = now.findIndex((name) => order.indexOf(name) > order.indexOf(key));
    const at = place < 0 ? now.length : place;
    return withEntry(group, 'required', [...now.slice(0, at), key, ...now.slice(at)]);
  });

/** Within its group only the order changes; into another group it goes with its key, and what named it is told. */
export const moveField = (form: Form, path: FieldPath, { group, index }: Spot): Form => {
  const field = fieldAt(form, path);
  if (field === undefined || path.length === 0 || isWithin(group, path)) return form;
  const key = keyOf(path);
  if (isSame(parentOf(path), group)) return reordered(form, path, index);
  if (Object.hasOwn(groupAt(form, group)?.properties ?? {}, key)) return form;
  if (!mayStand(form, group, field)) return form;
  const required = isRequired(form, path);
  return insertField(removeField(form, path), { group, index }, { key, field, required });
};

const reordered = (form: Form, path: FieldPath, index: number): Form =>
  editGroup(form, parentOf(path), (group) => {
    const entries = Object.entries(group.properties ?? {});
    const from = entries.findIndex(([key]) => key === keyOf(path));
    const moved = entries[from];
    if (moved === undefined) return group;
    const rest = entries.filter((_, at) => at !== from);
    const to = Math.max(0, Math.min(index > from ? index - 1 : index, rest.length));
    if (to === from) return group;
    return withEntry(group, 'properties', Object.fromEntries([...rest.slice(0, to), moved, ...rest.slice(to)]));
  });

/** Where a field stands among its neighbours; -1 where it is not. */
export const indexOf = (form: Form, path: FieldPath): number =>
  Object.keys(groupAt(form, parentOf(path))?.properties ?? {}).indexOf(keyOf(path));

/** One place up (-1) or down (1) among its neighbours. */
export const nudgeField = (form: Form, path: FieldPath, by: -1 | 1): Form => {
  const index = indexOf(form, path);
  const to = by < 0 ? index - 1 : index + 2;
  return index < 0 || to < 0 ? form : moveField(form, path, { group: parentOf(path), index: to });
};

export const carriedOf = (form: Form, path: FieldPath): Carried | null => {
  const field = fieldAt(form, path);
  return field === undefined || path.length === 0
    ? null
    : { key: keyOf(path), field, required: isRequired(form, path) };
};

/** Copies that came from here or from another form; a key that is taken gets a number. */
export const pasteFields = (
  form: Form,
  spot: Spot,
  carried: readonly Carried[],
): { form: Form; paths: FieldPath[] } => {
  let now = form;
  const paths: FieldPath[] = [];
  for (const one of carried) {
    const key = freeKey(Object.keys(groupAt(now, spot.group)?.properties ?? {}), one.key);
    const next = insertField(now, { group: spot.group, index: spot.index + paths.length }, { ...one, key });
    if (next !== now) paths.push([...spot.group, key]);
    now = next;
  }
  return { form: now, paths };
};

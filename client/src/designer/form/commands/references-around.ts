import type { Field, Option } from '#contract/definition/field.ts';
import type { Form } from '#contract/definition/form.ts';
import { orNothing, withEntry } from '../keyword.ts';
import { editField, editGroup, groupAt, keyOf, parentOf, type FieldPath } from '../place.ts';
import { changedEntries, changedKeys, inGroup } from './references.ts';
import { inLayout } from './references-paper.ts';

/** Follows a field that gets another key, or goes, through all that speaks of it by key. Expressions are followed elsewhere. */

const inOptions = (options: Option[], key: string, to: string | null): Option[] =>
  options.some((option) => option['x-other'] === key)
    ? options.map((option) => (option['x-other'] === key ? withEntry(option, 'x-other', to ?? undefined) : option))
    : options;

const inAsking = (field: Field, key: string, to: string | null): Field => {
  let changed = field;
  if (field.oneOf !== undefined) changed = withEntry(changed, 'oneOf', inOptions(field.oneOf, key, to));
  if (field['x-other'] === key) changed = withEntry(changed, 'x-other', to ?? undefined);
  const { items } = field;
  if (items !== undefined && items.properties === undefined) {
    const inner = inAsking(items, key, to);
    if (inner !== items) changed = withEntry(changed, 'items', inner);
  }
  return changed;
};

/** Sibling choices whose "other" asks for the field. */
const inSiblings = (group: Field, key: string, to: string | null): Field => {
  const { properties } = group;
  if (properties === undefined) return group;
  const changed = Object.entries(properties).map(([name, field]) => [name, inAsking(field, key, to)] as const);
  return changed.every(([name, field]) => properties[name] === field)
    ? group
    : withEntry(group, 'properties', Object.fromEntries(changed));
};

type Row = Record<string, unknown>;

const inRow = (row: unknown, key: string, to: string | null): unknown =>
  typeof row === 'object' && row !== null && Object.hasOwn(row, key)
    ? changedEntries(row as Row, key, (value) => (to === null ? null : [to, value]))
    : row;

const inExample = (example: unknown, key: string, to: string | null): unknown =>
  Array.isArray(example) ? example.map((row) => inRow(row, key, to)) : inRow(example, key, to);

const inLimits = (field: Field, key: string, to: string | null): Field => {
  const given = field['x-limit'];
  const limits = [given ?? []].flat();
  if (!limits.some(({ by }) => by.includes(key))) return field;
  const kept = limits.flatMap((limit) => {
    const by = changedKeys(limit.by, key, to);
    return by === undefined ? [] : [{ ...limit, by }];
  });
  return withEntry(field, 'x-limit', Array.isArray(given) ? orNothing(kept) : kept[0]);
};

const inHolder = (field: Field, key: string, to: string | null): Field => {
  const limited = inLimits(field, key, to);
  const example = limited['x-example'];
  return example === undefined ? limited : withEntry(limited, 'x-example', inExample(example, key, to));
};

/** The form after the field at `path` was given the key `to`, or was taken out (null), told to all that name it. */
export const followed = (form: Form, path: FieldPath, to: string | null): Form => {
  const key = keyOf(path);
  const parent = parentOf(path);
  let now = editGroup(form, parent, (group) => inSiblings(group, key, to));
  if (parent.length > 0) now = editField(now, parent, (field) => inHolder(field, key, to));
  if (groupAt(now, parent)?.['x-example'] !== undefined)
    now = editGroup(now, parent, (group) => withEntry(group, 'x-example', inExample(group['x-example'], key, to)));
  for (let depth = path.length - 1; depth >= 0; depth -= 1)
    now = editGroup(now, path.slice(0, depth), (group) => inGroup(group, { from: path.slice(depth), to }));
  return inLayout(now, path, to);
};

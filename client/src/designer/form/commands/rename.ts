import type { Form } from '#contract/definition/form.ts';
import { editGroup, groupAt, keyOf, parentOf, type FieldPath } from '../place.ts';
import { withEntry } from '../keyword.ts';
import { followed } from './references-around.ts';
import { changedEntries } from './references.ts';

/** Giving a field that was never published another key: everything that names it follows, expressions too. */

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Names under which the rows of a list are known inside an expression: `form.list.map(one, …)`. */
const rowNames = (expression: string, list: string): string[] =>
  [...expression.matchAll(new RegExp(String.raw`\b${escaped(list)}\.\w+\(\s*(\w+)\s*,`, 'g'))].flatMap(
    ([, name]) => name ?? [],
  );

interface Renaming {
  path: FieldPath;
  to: string;
}

/** `inRow`: the expression stands in the rows of the roster that holds the field. */
const renamedIn = (expression: string, { path, to }: Renaming, inRow: boolean): string => {
  const key = escaped(keyOf(path));
  const parent = parentOf(path);
  const whole = ['form', ...parent].join('.');
  const owners = [whole, ['previous', ...parent].join('.'), ...rowNames(expression, whole), ...(inRow ? ['row'] : [])];
  return owners.reduce(
    (text, owner) =>
      text.replaceAll(new RegExp(String.raw`(?<![\w.])${escaped(owner)}\.${key}(?!\w)`, 'g'), `${owner}.${to}`),
    expression,
  );
};

/** Keywords that hold an expression, or a text with expressions in braces. */
const SPEAKING = new Set(['expr', 'x-computed', 'where', 'message', 'template']);

interface Standing {
  inRow: boolean;
  speaks: boolean;
}

/** The same value with the expressions in it changed; what does not change comes back as it is. */
const walked = (value: unknown, renaming: Renaming, at: Standing): unknown => {
  if (typeof value === 'string') return at.speaks ? renamedIn(value, renaming, at.inRow) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list = value.map((one: unknown) => walked(one, renaming, at));
    return list.every((one, index) => one === value[index]) ? value : list;
  }
  const box = value as Record<string, unknown>;
  const entries = Object.entries(box).map(([key, one]): [string, unknown] => {
    const speaks = at.speaks || (typeof one === 'string' && key === 'name') || SPEAKING.has(key);
    return [key, walked(one, renaming, { ...at, speaks: speaks && key !== 'properties' && key !== 'items' })];
  });
  return entries.every(([key, one]) => one === box[key]) ? value : Object.fromEntries(entries);
};

const inExpressions = (form: Form, renaming: Renaming): Form => {
  const entries = Object.entries(form).map(([key, value]): [string, unknown] => {
    if (key !== 'properties') return [key, walked(value, renaming, { inRow: false, speaks: false })];
    const fields = Object.entries(form.properties).map(([name, field]): [string, unknown] => [
      name,
      walked(field, renaming, { inRow: renaming.path.length > 1 && renaming.path[0] === name, speaks: false }),
    ]);
    const same = fields.every(([name, field]) => form.properties[name] === field);
    return [key, same ? form.properties : Object.fromEntries(fields)];
  });
  return Object.fromEntries(entries) as Form;
};

/** The form with the field under another key, in the same place. Refused (the same form) where the key is taken. */
export const renameKey = (form: Form, path: FieldPath, to: string): Form => {
  const parent = parentOf(path);
  const fields = groupAt(form, parent)?.properties ?? {};
  const key = keyOf(path);
  if (!Object.hasOwn(fields, key) || Object.hasOwn(fields, to)) return form;
  const moved = editGroup(form, parent, (group) =>
    withEntry(
      group,
      'properties',
      changedEntries(group.properties ?? {}, key, (field) => [to, field]),
    ),
  );
  return followed(inExpressions(moved, { path, to }), path, to);
};

import type { Condition, Consequence, Field, Limits, Probe } from '../../contract/definition/field.ts';
import type { Form, LayoutColumn } from '../../contract/definition/form.ts';
import type { Path } from './check.ts';
import { type FieldReference, fieldAt } from './field-path.ts';
import { fieldsIn, groupsIn } from './form-walk.ts';

/** Every field that a form names inside itself. */

const listed = (names: readonly string[] | undefined, path: Path, from: Field): FieldReference[] =>
  (names ?? []).map((name, index) => ({ path: [...path, index], name, from }));

type Nested = Condition | Consequence | Limits | Probe;

/** In `if`, `then` and `else`: the keys that stand under `required` and `properties`, section by section. */
const inNested = (nested: Nested | false | undefined, path: Path, from: Field): FieldReference[] => {
  if (nested === undefined || nested === false) return [];
  const own = Object.entries(nested.properties ?? {}).flatMap(([name, inside]): FieldReference[] => {
    const here = [...path, 'properties', name];
    return [{ path: here, name, from }, ...inNested(inside, here, fieldAt(from, name) ?? {})];
  });
  const parts = ['allOf', 'anyOf'].flatMap((word) => {
    const list = (nested as Partial<Record<string, Condition[]>>)[word] ?? [];
    return list.flatMap((part, index) => inNested(part, [...path, word, index], from));
  });
  const not = 'not' in nested ? inNested(nested.not, [...path, 'not'], from) : [];
  return [...listed(nested.required, [...path, 'required'], from), ...own, ...parts, ...not];
};

const inConditions = (group: Field, path: Path): FieldReference[] => [
  ...(['if', 'then', 'else'] as const).flatMap((word) => inNested(group[word], [...path, word], group)),
  ...(group.allOf ?? []).flatMap((conditional, index) =>
    (['if', 'then', 'else'] as const).flatMap((word) =>
      inNested(conditional[word], [...path, 'allOf', index, word], group),
    ),
  ),
  ...Object.entries(group.dependentRequired ?? {}).flatMap(([name, required]) => [
    { path: [...path, 'dependentRequired', name], name, from: group },
    ...listed(required, [...path, 'dependentRequired', name], group),
  ]),
];

const inRules = (group: Field, path: Path): FieldReference[] => [
  ...(group['x-rules'] ?? []).flatMap(({ at }, index) =>
    at === undefined ? [] : [{ path: [...path, 'x-rules', index, 'at'], name: at, from: group }],
  ),
  ...(group['x-totals'] ?? []).flatMap(({ total, parts }, index) => [
    { path: [...path, 'x-totals', index, 'total'], name: total, from: group },
    ...listed(parts, [...path, 'x-totals', index, 'parts'], group),
  ]),
];

const inField = (field: Field, path: Path, group: Field): FieldReference[] => {
  const limits = field['x-limit'];
  const options = [
    ...(field.oneOf ?? []).map((option, index) => ({ option, at: [...path, 'oneOf', index] })),
    ...(field.items?.oneOf ?? []).map((option, index) => ({ option, at: [...path, 'items', 'oneOf', index] })),
  ];
  const copied = typeof field['x-default'] === 'object' ? field['x-default'].columns : undefined;
  const other = field['x-other'] ?? field.items?.['x-other'];
  return [
    ...(limits === undefined ? [] : [limits].flat()).flatMap(({ by }, index) =>
      listed(by, [...path, 'x-limit', ...(Array.isArray(limits) ? [index] : []), 'by'], field),
    ),
    ...options.flatMap(({ option, at }) =>
      option['x-other'] === undefined ? [] : [{ path: [...at, 'x-other'], name: option['x-other'], from: group }],
    ),
    ...(other === undefined ? [] : [{ path: [...path, 'x-other'], name: other, from: group }]),
    ...Object.keys(copied ?? {}).map((name) => ({ path: [...path, 'x-default', 'columns', name], name, from: field })),
    ...Object.keys(field['x-ref']?.fill ?? {}).map((name) => ({
      path: [...path, 'x-ref', 'fill', name],
      name,
      from: group,
    })),
  ];
};

const BRACES = /\{([^{}]*)\}/g;

const inColumn = (column: LayoutColumn, path: Path, from: Field): FieldReference[] => {
  if (typeof column === 'string') return [{ path, name: column, from }];
  return [
    ...(column.field === undefined ? [] : [{ path: [...path, 'field'], name: column.field, from }]),
    ...[...(column.template ?? '').matchAll(BRACES)].map(([, name = '']) => ({
      path: [...path, 'template'],
      name: name.trim(),
      from,
    })),
    ...(column.columns ?? []).flatMap((inside, index) => inColumn(inside, [...path, 'columns', index], from)),
  ];
};

/** Places of the head line that are no field of the form. */
const HEAD_WORDS = new Set(['org', 'period', 'due']);

const inLayout = (form: Form): FieldReference[] => {
  const layout = form['x-layout'];
  if (layout === undefined) return [];
  const path = ['x-layout'];
  const roster = layout.roster === undefined ? undefined : fieldAt(form, layout.roster);
  return [
    ...(layout.roster === undefined ? [] : [{ path: [...path, 'roster'], name: layout.roster, from: form }]),
    ...(layout.head ?? [])
      .map((place, index) => ({
        path: [...path, 'head', index, ...(typeof place === 'string' ? [] : ['field'])],
        name: typeof place === 'string' ? place : place.field,
        from: form,
      }))
      .filter(({ name }) => !HEAD_WORDS.has(name)),
    ...(layout.columns ?? []).flatMap((column, index) => inColumn(column, [...path, 'columns', index], roster ?? form)),
    ...listed(layout.total?.fields, [...path, 'total', 'fields'], form),
  ];
};

export const fieldReferences = (form: Form): FieldReference[] => [
  ...groupsIn(form).flatMap(({ group, path }) => [
    ...listed(group.required, [...path, 'required'], group),
    ...inConditions(group, path),
    ...inRules(group, path),
  ]),
  ...fieldsIn(form).flatMap(({ field, path, group }) => inField(field, path, group)),
  ...inLayout(form),
];

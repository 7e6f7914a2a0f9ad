import type { Condition, Conditional, Consequence, Field, Limits, Probe } from '../../contract/definition/field.ts';
import type { Form } from '../../contract/definition/form.ts';
import type { Path } from './check.ts';
import { groupsIn } from './form-walk.ts';

/** What a condition asks of one field, or a consequence lays on it. */
export interface LimitAt {
  path: Path;
  limit: Probe | Limits;
  field: Field;
}

/** A conditional with the object to which it belongs. */
export interface ConditionalAt {
  path: Path;
  conditional: Conditional;
  group: Field;
}

const own = (group: Field, path: Path): ConditionalAt[] => {
  const { if: condition, then, else: otherwise } = group;
  if (condition === undefined) return [];
  const parts = { ...(then === undefined ? {} : { then }), ...(otherwise === undefined ? {} : { else: otherwise }) };
  return [{ path, conditional: { if: condition, ...parts }, group }];
};

/** Every conditional of a form. */
export const conditionalsIn = (form: Form): ConditionalAt[] =>
  groupsIn(form).flatMap(({ group, path }) => [
    ...own(group, path),
    ...(group.allOf ?? []).map((conditional, index) => ({ path: [...path, 'allOf', index], conditional, group })),
  ]);

type Nested = Condition | Consequence | Probe | Limits;

const inProperties = (nested: Nested, path: Path, around: Field): LimitAt[] =>
  Object.entries(nested.properties ?? {}).flatMap(([key, limit]): LimitAt[] => {
    const field = around.properties?.[key];
    if (field === undefined || limit === false) return [];
    return inLimit(limit, [...path, 'properties', key], field);
  });

const inLimit = (limit: Probe | Limits, path: Path, field: Field): LimitAt[] => [
  { path, limit, field },
  ...inProperties(limit, path, field),
  ...('not' in limit && limit.not !== undefined ? inLimit(limit.not, [...path, 'not'], field) : []),
  ...('contains' in limit && limit.contains !== undefined && field.items !== undefined
    ? inLimit(limit.contains, [...path, 'contains'], field.items)
    : []),
];

const inCondition = (condition: Condition, path: Path, group: Field): LimitAt[] => [
  ...inProperties(condition, path, group),
  ...(condition.not === undefined ? [] : inCondition(condition.not, [...path, 'not'], group)),
  ...(['allOf', 'anyOf'] as const).flatMap((word) =>
    (condition[word] ?? []).flatMap((part, index) => inCondition(part, [...path, word, index], group)),
  ),
];

/** Every limit that the conditionals of a form speak of. */
export const limitsIn = (form: Form): LimitAt[] =>
  conditionalsIn(form).flatMap(({ path, conditional, group }) => [
    ...inCondition(conditional.if, [...path, 'if'], group),
    ...(conditional.then === undefined ? [] : inProperties(conditional.then, [...path, 'then'], group)),
    ...(conditional.else === undefined ? [] : inProperties(conditional.else, [...path, 'else'], group)),
  ]);

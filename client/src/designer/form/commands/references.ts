import type { Condition, Conditional, Consequence, Field, Limits, Probe } from '#contract/definition/field.ts';
import { orNothing, withEntry } from '../keyword.ts';
import type { FieldPath } from '../place.ts';

/**
 * Where a group speaks of a field below it. `to` is the field's new key, or null where the field goes: then what is asked
 * of it goes too, while a condition that looks at it stays, so that the problem list tells of it.
 */
export interface Change {
  /** Keys from the group to the field. */
  from: FieldPath;
  to: string | null;
}

type Entries<Value> = Readonly<Record<string, Value>>;

export const changedKeys = (
  keys: readonly string[] | undefined,
  key: string,
  to: string | null,
): string[] | undefined =>
  keys?.includes(key) !== true
    ? (keys as string[] | undefined)
    : orNothing(keys.flatMap((one) => (one === key ? (to ?? []) : one)));

/** The same entries in their order, with one renamed, or left out. */
export const changedEntries = <Value>(
  entries: Entries<Value>,
  key: string,
  change: (value: Value) => readonly [string, Value] | null,
): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([name, value]): (readonly [string, Value])[] => {
      if (name !== key) return [[name, value]];
      const next = change(value);
      return next === null ? [] : [next];
    }),
  );

const emptied = <Thing extends object>(thing: Thing): Thing | undefined =>
  Object.keys(thing).length === 0 ? undefined : thing;

const isDirect = ({ from }: Change): boolean => from.length === 1;
const next = ({ from, to }: Change): Change => ({ from: from.slice(1), to });
const head = ({ from }: Change): string => from[0] ?? '';

const inProbe = (probe: Probe, change: Change): Probe => {
  const { properties, required } = probe;
  const key = head(change);
  let changed = isDirect(change) ? withEntry(probe, 'required', changedKeys(required, key, change.to)) : probe;
  if (properties !== undefined && Object.hasOwn(properties, key))
    changed = withEntry(
      changed,
      'properties',
      changedEntries(properties, key, (inner) =>
        isDirect(change) ? [change.to ?? key, inner] : [key, inProbe(inner, next(change))],
      ),
    );
  return changed;
};

/** Only renaming reaches what a condition looks at. */
const inCondition = (condition: Condition, change: Change): Condition => {
  if (change.to === null) return condition;
  const { properties, required, not, allOf, anyOf } = inProbe(condition, change) as Condition;
  return {
    ...condition,
    ...(properties && { properties }),
    ...(required && { required }),
    ...(not && { not: inCondition(not, change) }),
    ...(allOf && { allOf: allOf.map((part) => inCondition(part, change)) }),
    ...(anyOf && { anyOf: anyOf.map((part) => inCondition(part, change)) }),
  };
};

const inConsequence = <Thing extends Consequence | Limits>(consequence: Thing, change: Change): Thing | undefined => {
  const key = head(change);
  let changed = consequence;
  if (isDirect(change)) changed = withEntry(changed, 'required', changedKeys(consequence.required, key, change.to));
  if (consequence.properties !== undefined && Object.hasOwn(consequence.properties, key)) {
    const properties = changedEntries(consequence.properties, key, (inner) => {
      if (isDirect(change)) return change.to === null ? null : [change.to, inner];
      const kept = inner === false ? inner : inConsequence(inner, next(change));
      return kept === undefined ? null : [key, kept];
    });
    changed = withEntry(changed, 'properties', emptied(properties));
  }
  return changed === consequence ? consequence : emptied(changed);
};

const inConditional = (conditional: Conditional, change: Change): Conditional | null => {
  const { if: condition, then, else: otherwise } = conditional;
  const thenNow = then && inConsequence(then, change);
  const elseNow = otherwise && inConsequence(otherwise, change);
  const conditionNow = inCondition(condition, change);
  if (thenNow === then && elseNow === otherwise && conditionNow === condition) return conditional;
  if (thenNow === undefined && elseNow === undefined) return null;
  return { if: conditionNow, ...(thenNow && { then: thenNow }), ...(elseNow && { else: elseNow }) };
};

const inFirst = (group: Field, change: Change): Field => {
  const { if: condition, then, else: otherwise } = group;
  if (condition === undefined) return group;
  const found = inConditional({ if: condition, ...(then && { then }), ...(otherwise && { else: otherwise }) }, change);
  return withEntry(withEntry(withEntry(group, 'if', found?.if), 'then', found?.then), 'else', found?.else);
};

const inAll = (group: Field, change: Change): Field => {
  const { allOf } = group;
  if (allOf === undefined) return group;
  const list = allOf.flatMap((one) => inConditional(one, change) ?? []);
  return list.length === allOf.length && list.every((one, index) => one === allOf[index])
    ? group
    : withEntry(group, 'allOf', orNothing(list));
};

const inDependents = (group: Field, change: Change): Field => {
  const { dependentRequired } = group;
  if (dependentRequired === undefined || !isDirect(change)) return group;
  const key = head(change);
  const entries = Object.entries(dependentRequired).flatMap(([name, keys]): [string, string[]][] => {
    const list = changedKeys(keys, key, change.to);
    const newName = name === key ? change.to : name;
    return list === undefined || newName === null ? [] : [[newName, list]];
  });
  const unchanged = entries.every(([name, keys]) => dependentRequired[name] === keys);
  if (unchanged && entries.length === Object.keys(dependentRequired).length) return group;
  return withEntry(group, 'dependentRequired', emptied(Object.fromEntries(entries)));
};

const inRequired = (group: Field, change: Change): Field =>
  isDirect(change) ? withEntry(group, 'required', changedKeys(group.required, head(change), change.to)) : group;

const inRules = (group: Field, change: Change): Field => {
  const rules = group['x-rules'];
  const path = change.from.join('.');
  if (rules?.some(({ at }) => at === path) !== true) return group;
  const at = change.to === null ? undefined : [...change.from.slice(0, -1), change.to].join('.');
  return withEntry(
    group,
    'x-rules',
    rules.map((rule) => (rule.at === path ? withEntry(rule, 'at', at) : rule)),
  );
};

const inTotals = (group: Field, change: Change): Field => {
  const totals = group['x-totals'];
  if (totals === undefined) return group;
  const path = change.from.join('.');
  const to = change.to === null ? null : [...change.from.slice(0, -1), change.to].join('.');
  const list = totals.flatMap((one) => {
    if (one.total !== path && !one.parts.includes(path)) return one;
    const parts = changedKeys(one.parts, path, to);
    const total = one.total === path ? to : one.total;
    return parts === undefined || total === null ? [] : { ...one, total, parts };
  });
  return list.length === totals.length && list.every((one, index) => one === totals[index])
    ? group
    : withEntry(group, 'x-totals', orNothing(list));
};

/** Everything that a group itself says of the field, its list of fields aside. */
export const inGroup = (group: Field, change: Change): Field =>
  [inRequired, inDependents, inFirst, inAll, inRules, inTotals].reduce((now, turn) => turn(now, change), group);

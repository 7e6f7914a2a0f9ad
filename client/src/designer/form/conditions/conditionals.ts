import type { Conditional, Field } from '#contract/definition/field.ts';
import { orNothing, withEntry } from '../keyword.ts';

/** The conditions of a group in their order: the plain if/then/else first, then those of `allOf`. */
export const conditionalsOf = (group: Field): Conditional[] => {
  const { if: condition, then, else: otherwise } = group;
  const first = condition && { if: condition, ...(then && { then }), ...(otherwise && { else: otherwise }) };
  return [...(first === undefined ? [] : [first]), ...(group.allOf ?? [])];
};

/** One condition stands plainly where it did or where there was none; further ones in `allOf`. */
export const withConditionals = (group: Field, list: readonly Conditional[]): Field => {
  const isPlain = group.if !== undefined || group.allOf === undefined;
  const [first, ...rest] = isPlain ? list : [undefined, ...list];
  const plain = withEntry(withEntry(withEntry(group, 'if', first?.if), 'then', first?.then), 'else', first?.else);
  return withEntry(plain, 'allOf', orNothing(rest.flatMap((one) => one ?? [])));
};

/** A change of one leaves the objects of the others as they are, and its own parts where they say the same. */
export const changedConditional = (old: Conditional, next: Conditional): Conditional => {
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  const part = <Key extends keyof Conditional>(key: Key): Conditional[Key] =>
    same(old[key], next[key]) ? old[key] : next[key];
  const then = part('then');
  const otherwise = part('else');
  return { if: part('if'), ...(then && { then }), ...(otherwise && { else: otherwise }) };
};

import type { Consequence, Field } from '#contract/definition/field.ts';
import { conditionalsOf } from '../conditions/conditionals.ts';

const known = new WeakMap<Field, ReadonlySet<string>>();

const named = (consequence: Consequence | undefined): string[] => [
  ...(consequence?.required ?? []),
  ...Object.keys(consequence?.properties ?? {}),
];

/** Keys of fields that a condition of their group shows, hides, asks for or limits. */
export const conditionalFields = (group: Field): ReadonlySet<string> => {
  const found =
    known.get(group) ??
    new Set(conditionalsOf(group).flatMap(({ then, else: otherwise }) => [...named(then), ...named(otherwise)]));
  known.set(group, found);
  return found;
};

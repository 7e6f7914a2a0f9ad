import type { Field } from '#contract/definition/field.ts';

/** The order in which a person writes the keywords of a field; a new one is put where it belongs among those that are there. */
const ORDER = [
  '$schema',
  '$id',
  '$ref',
  '$defs',
  'type',
  'format',
  'title',
  'x-title',
  'description',
  'const',
  'enum',
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'x-widget',
  'x-options',
  'oneOf',
  'x-other',
  'x-normalize',
  'x-checksum',
  'x-na',
  'x-default',
  'x-ref',
  'x-computed',
  'x-pii',
  'x-file',
  'x-width',
  'x-placeholder',
  'x-help',
  'x-example',
  'x-messages',
  'x-limit',
  'x-totals',
  'required',
  'properties',
  'items',
  'dependentRequired',
  'if',
  'then',
  'else',
  'allOf',
  'x-rules',
  'x-layout',
];

const rank = (key: string): number => {
  const found = ORDER.indexOf(key);
  return found < 0 ? ORDER.length : found;
};

/** The same object with the entry set in place, taken out (undefined), or put in where the order asks for it. */
export const withEntry = <Thing extends object>(thing: Thing, key: string, value: unknown): Thing => {
  const entries = Object.entries(thing);
  if (value === undefined) {
    return Object.hasOwn(thing, key) ? (Object.fromEntries(entries.filter(([name]) => name !== key)) as Thing) : thing;
  }
  if (Object.hasOwn(thing, key)) {
    const same = Object.is((thing as Record<string, unknown>)[key], value);
    return same
      ? thing
      : (Object.fromEntries(entries.map(([name, old]) => [name, name === key ? value : old])) as Thing);
  }
  const after = entries.findIndex(([name]) => rank(name) > rank(key));
  const index = after < 0 ? entries.length : after;
  return Object.fromEntries([...entries.slice(0, index), [key, value], ...entries.slice(index)]) as Thing;
};

export type Keyword = keyof Field;

/** Values of a list that has some; an empty list is not written. */
export const orNothing = <Value>(list: readonly Value[]): Value[] | undefined =>
  list.length === 0 ? undefined : [...list];

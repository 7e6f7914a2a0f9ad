import { Document } from 'yaml';
import { z } from 'zod';

/** Every word of a kind of definition, taken from its schema: where it stands, in a smallest text that holds it. */
export interface Word {
  path: (string | number)[];
  /** The whole definition, as small as the schema allows with this word in it. */
  whole: unknown;
}

type Schema = z.core.JSONSchema.JSONSchema;

/** The key that stands for any key of a map. */
const ANY_KEY = 'some';

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

const branchesOf = (schema: Schema): Schema[] => (schema.anyOf ?? schema.oneOf ?? []).filter(isSchema);

const propertiesOf = (schema: Schema): [string, Schema][] =>
  Object.entries(schema.properties ?? {}).flatMap(([key, inner]): [string, Schema][] =>
    isSchema(inner) ? [[key, inner]] : [],
  );

const itemOf = ({ items }: Schema): Schema | null => (isSchema(items) && !Array.isArray(items) ? items : null);

const mapOf = (schema: Schema): Schema | null =>
  schema.properties === undefined && isSchema(schema.additionalProperties) ? schema.additionalProperties : null;

/** A text, or the same text by language: one word for people. */
const isText = (schema: Schema): boolean =>
  branchesOf(schema).some(({ type }) => type === 'string') &&
  branchesOf(schema).some((branch) => mapOf(branch)?.type === 'string');

const isScalar = (schema: Schema): boolean =>
  isText(schema) ||
  (branchesOf(schema).length > 0
    ? branchesOf(schema).every(isScalar)
    : schema.type !== 'object' && schema.type !== 'array');

/** The smallest value that a schema allows. */
const smallest = (schema: Schema): unknown => {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const [branch] = branchesOf(schema);
  if (branch !== undefined) return smallest(branch);
  const item = itemOf(schema);
  if (item !== null)
    return (schema.minItems ?? 0) > 0 ? Array.from({ length: schema.minItems ?? 0 }, () => smallest(item)) : [];
  if (schema.type === 'object')
    return Object.fromEntries(
      propertiesOf(schema)
        .filter(([key]) => schema.required?.includes(key))
        .map(([key, inner]) => [key, smallest(inner)]),
    );
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1);
  return ANY_KEY;
};

type Wrap = (inner: unknown) => unknown;

const walk = (schema: Schema, path: Word['path'], wrap: Wrap): Word[] => {
  if (isScalar(schema)) return [{ path, whole: wrap(smallest(schema)) }];
  const branches = branchesOf(schema);
  if (branches.length > 0) return branches.flatMap((branch) => walk(branch, path, wrap));
  const item = itemOf(schema);
  if (item !== null)
    return isScalar(item)
      ? [{ path, whole: wrap([smallest(item)]) }]
      : walk(item, [...path, 0], (inner) => wrap([inner]));
  const map = mapOf(schema);
  if (map !== null) return walk(map, [...path, ANY_KEY], (inner) => wrap({ [ANY_KEY]: inner }));
  const least = smallest(schema) as object;
  return propertiesOf(schema).flatMap(([key, inner]) =>
    walk(inner, [...path, key], (value) => wrap({ ...least, [key]: value })),
  );
};

/** All words of a schema, those of every branch of what can be written in several ways. */
export const wordsOf = (schema: z.ZodType): Word[] =>
  walk(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }), [], (whole) => whole);

/** Words that mean something beside others only: where those stand, and what they say. */
export type Beside = readonly [word: RegExp, at: (string | number)[], others: object];

/** Words that one control writes together with another, at the other's place. */
export type Together = readonly [word: RegExp, place: string];

/** The smallest definition with the word, and with what it stands beside. */
export const textWith = ({ path, whole }: Word, beside: readonly Beside[]): string => {
  const tree = new Document(whole);
  const place = path.join('.');
  for (const [, at, others] of beside.filter(([word]) => word.test(place)))
    for (const [key, value] of Object.entries(others)) tree.setIn([...at, key], tree.createNode(value));
  return tree.toString();
};

/** Where the property of a word stands. */
export const placeOf = ({ path }: Word, together: readonly Together[]): string => {
  const place = path.join('.');
  const found = together.find(([word]) => word.test(place));
  return found === undefined ? place : place.replace(found[0], found[1]);
};

/** The properties on a page. */
export const placesIn = (page: string): Set<string> =>
  new Set([...page.matchAll(/data-property="([^"]*)"/g)].map(([, place = '']) => place));

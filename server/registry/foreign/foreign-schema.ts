import type { Field } from '../../contract/definition/field.ts';
import type { Form } from '../../contract/definition/form.ts';
import { type KeyMaker, keyMaker } from '../../engine/form/make-key.ts';
import { LIMITS } from '../limits.ts';
import { choicesIn } from './choices.ts';
import { isSchema, type Place, resolved, type Schema, tell, type Translation, within, without } from './translation.ts';
import { kindOf, tellRest, typeOf, valueField, wordsOf } from './value.ts';

/**
 * A JSON Schema of any origin as a form of ours. Objects become sections, lists of objects rosters, enumerations choices;
 * references are written out, names made into keys. What a form cannot say is told with its place, never dropped in silence.
 */

/** Rows that a roster takes where the schema sets no limit. */
const ROWS = 500;

const OBJECT = new Set([
  'type',
  'title',
  'description',
  'properties',
  'required',
  'dependentRequired',
  'dependencies',
  'allOf',
]);
const LIST = new Set(['type', 'title', 'description', 'items', 'minItems', 'maxItems', 'uniqueItems', 'default']);

/** An object with what its `allOf` adds to it. */
const merged = (translation: Translation, given: Schema, place: Place): { schema: Schema; place: Place } => {
  const start = resolved(translation, given, place);
  const parts: unknown = start.schema['allOf'];
  if (!Array.isArray(parts)) return start;
  const own = without(start.schema, 'allOf');
  return parts.reduce<{ schema: Schema; place: Place }>(
    (sum, part: unknown, index) => {
      if (!isSchema(part)) return sum;
      const { schema, place: deeper } = merged(translation, part, within(sum.place, 'allOf', index));
      const properties = {
        ...(isSchema(sum.schema['properties']) ? sum.schema['properties'] : {}),
        ...(isSchema(schema['properties']) ? schema['properties'] : {}),
      };
      const required = [...listOf(sum.schema['required']), ...listOf(schema['required'])];
      return {
        schema: {
          ...schema,
          ...sum.schema,
          ...(Object.keys(properties).length === 0 ? {} : { properties }),
          ...(required.length === 0 ? {} : { required }),
        },
        place: { ...sum.place, through: deeper.through },
      };
    },
    { schema: own, place: start.place },
  );
};

const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** One of two alternatives is often "nothing"; the other one is meant. */
const withoutNull = (schema: Schema): Schema => {
  for (const keyword of ['anyOf', 'oneOf']) {
    const alternatives: unknown = schema[keyword];
    if (!Array.isArray(alternatives)) continue;
    const real = alternatives.filter((one) => !(isSchema(one) && one['type'] === 'null'));
    const only: unknown = real[0];
    if (real.length < alternatives.length && real.length === 1 && isSchema(only))
      return { ...only, ...without(schema, keyword) };
  }
  return schema;
};

interface Group {
  properties: Record<string, Field>;
  required: string[];
  dependentRequired: Record<string, string[]>;
}

const keyOf = (translation: Translation, makeKey: KeyMaker, name: string, place: Place): string => {
  const key = makeKey(name, name, 'field');
  if (key !== name)
    tell(translation, place.at, `“${name}”不能作键，改为“${key}”`, `"${name}" cannot be a key; it is called "${key}"`);
  return key;
};

const dependenciesOf = (translation: Translation, schema: Schema, place: Place, keys: ReadonlyMap<string, string>) => {
  const found: Record<string, string[]> = {};
  for (const keyword of ['dependentRequired', 'dependencies'])
    for (const [name, needs] of Object.entries(isSchema(schema[keyword]) ? schema[keyword] : {})) {
      const key = keys.get(name);
      const needed = listOf(needs).flatMap((one) => keys.get(one) ?? []);
      if (key !== undefined && Array.isArray(needs) && needed.length > 0) found[key] = needed;
      else tell(translation, within(place, keyword, name).at, '这个依赖没有带入', 'This dependency is left out');
    }
  return found;
};

/** The properties of an object as fields. */
const groupOf = (translation: Translation, schema: Schema, place: Place): Group => {
  const properties = isSchema(schema['properties']) ? schema['properties'] : {};
  const makeKey = keyMaker();
  const keys = new Map(
    Object.keys(properties).map((name) => [name, keyOf(translation, makeKey, name, within(place, 'properties', name))]),
  );
  const fields = Object.entries(properties).flatMap(([name, inner]): [string, Field][] => {
    const key = keys.get(name) ?? name;
    const here = { ...within(place, 'properties', name), path: [...place.path, key] };
    if (isSchema(inner)) return [[key, fieldOf(translation, inner, here)]];
    if (inner === true) return [[key, fieldOf(translation, {}, here)]];
    tell(translation, here.at, '这一项没有带入', 'This property is left out');
    return [];
  });
  const known = new Set(fields.map(([key]) => key));
  const flagged = Object.entries(properties).flatMap(([name, inner]) =>
    isSchema(inner) && inner['required'] === true ? [name] : [],
  );
  const required = [...listOf(schema['required']), ...flagged].flatMap((name) => keys.get(name) ?? []);
  return {
    properties: Object.fromEntries(fields),
    required: [...new Set(required)].filter((key) => known.has(key)),
    dependentRequired: dependenciesOf(translation, schema, place, keys),
  };
};

const groupWords = ({ properties, required, dependentRequired }: Group) => ({
  ...(required.length === 0 ? {} : { required }),
  properties,
  ...(Object.keys(dependentRequired).length === 0 ? {} : { dependentRequired }),
});

const sectionField = (translation: Translation, schema: Schema, place: Place): Field => {
  tellRest(translation, schema, place, OBJECT);
  return { type: 'object', ...wordsOf(translation, schema, place), ...groupWords(groupOf(translation, schema, place)) };
};

const mostRows = (translation: Translation, schema: Schema, place: Place): number => {
  const most = schema['maxItems'];
  if (typeof most === 'number' && Number.isInteger(most) && most >= 1 && most <= 20_000) return most;
  tell(
    translation,
    place.at,
    `没有说明最多几行，定为 ${String(ROWS)} 行`,
    `No limit of rows is said; ${String(ROWS)} are taken`,
  );
  return ROWS;
};

const listField = (translation: Translation, schema: Schema, place: Place): Field => {
  tellRest(translation, schema, place, LIST);
  const words = { type: 'array' as const, ...wordsOf(translation, without(schema, 'default'), place) };
  const here = within(place, 'items');
  const given: Schema = isSchema(schema['items']) ? schema['items'] : {};
  if (Array.isArray(schema['items']) || schema['prefixItems'] !== undefined)
    tell(translation, here.at, '各项不同的列表没有带入', 'A list whose items differ is left out');
  const { schema: items, place: inside } = merged(translation, given, here);
  const choices = choicesIn(translation, items, inside);
  const least = typeof schema['minItems'] === 'number' ? { minItems: schema['minItems'] } : {};
  if (choices !== undefined && choices.length > 0)
    return { ...words, ...least, uniqueItems: true, maxItems: choices.length, items: { oneOf: choices } };
  const most = { maxItems: mostRows(translation, schema, place) };
  if (typeOf(translation, items, inside) === 'object') {
    tellRest(translation, items, inside, OBJECT);
    return {
      ...words,
      ...least,
      ...most,
      items: { type: 'object', ...groupWords(groupOf(translation, items, inside)) },
    };
  }
  tell(translation, place.at, '一列值改为只有一列的表', 'A list of values becomes a table with one column');
  const value = valueField(
    translation,
    { title: words.title, ...items },
    { ...inside, path: [...place.path, 'value'] },
  );
  return { ...words, ...least, ...most, items: { type: 'object', required: ['value'], properties: { value } } };
};

const fieldOf = (translation: Translation, given: Schema, from: Place): Field => {
  translation.count += 1;
  if (translation.count > LIMITS.formNodes) return { type: 'string', title: '' };
  const { required: flag, ...plain } = given;
  const { schema: whole, place } = merged(translation, typeof flag === 'boolean' ? plain : given, from);
  const schema = withoutNull(whole);
  const type = typeOf(translation, schema, place);
  const hasChoices = schema['enum'] !== undefined;
  const read = type === 'object' ? sectionField : type === 'array' && !hasChoices ? listField : valueField;
  // A type that stands for several is told once.
  const field = read(translation, { ...schema, ...(type === undefined ? {} : { type }) }, place);
  const title = typeof field.title === 'string' ? field.title : '';
  translation.fields.push({ at: from.at, path: from.path.join('.'), title, kind: kindOf(field) });
  return field;
};

export interface ForeignForm extends Pick<Translation, 'told' | 'fields'> {
  form: Form;
  /** Whether references would make it larger than a form can be. */
  isTooLarge: boolean;
}

/** The schema as a form with this key. A list of objects at the top becomes its only roster. */
export const formOfSchema = (value: Schema, key: string): ForeignForm => {
  const translation: Translation = { root: value, told: [], fields: [], count: 0 };
  const top: Place = { at: '', path: [], through: [] };
  const { schema, place } = merged(translation, value, top);
  const isList = typeOf(translation, schema, place) === 'array';
  if (isList) tell(translation, '', '最外层是列表，改为一张表', 'The list at the top becomes a table');
  const whole: Schema = isList ? { title: schema['title'], properties: { rows: schema } } : schema;
  tellRest(translation, whole, place, OBJECT);
  const { title, 'x-help': help } = wordsOf(translation, whole, { ...place, path: [key] });
  const form: Form = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: key,
    title: title ?? key,
    type: 'object',
    ...(help === undefined ? {} : { 'x-help': help }),
    ...groupWords(groupOf(translation, whole, place)),
  };
  const { told, fields, count } = translation;
  return { form, told, fields, isTooLarge: count > LIMITS.formNodes };
};

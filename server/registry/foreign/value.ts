import { Field } from '../../contract/definition/field.ts';
import { say } from '../place.ts';
import { CHOICE_KEYWORDS, choicesIn } from './choices.ts';
import { type Place, type Schema, tell, tellLeftOut, type Translation, within } from './translation.ts';

/** One value of a foreign schema as a field: what it means is kept, what a field cannot say is told. */

const FORMATS = new Set(['date', 'date-time', 'month', 'time', 'email', 'uri', 'uuid']);
const SAME_FORMAT: Record<string, string> = {
  'idn-email': 'email',
  url: 'uri',
  iri: 'uri',
  datetime: 'date-time',
  guid: 'uuid',
};
const SIMPLE_TYPES = new Set(['string', 'integer', 'number', 'boolean']);

const LIMITS = ['minLength', 'maxLength', 'pattern', 'minimum', 'maximum', 'multipleOf', 'const'] as const;

/** Words that stand for a value when they are a default of ours. */
const DEFAULT_WORDS = /^(today|previous|(org|user|period|programme|params|form|row)\.[a-z_.]+)$/;

/** Keywords of which nothing is lost when they are not kept. */
const MEANS_NOTHING = new Set(['$schema', '$id', 'id', '$defs', 'definitions', '$anchor', 'nullable']);

export const typeOf = (translation: Translation, schema: Schema, place: Place): string | undefined => {
  const types = [schema['type'] ?? []]
    .flat()
    .filter((type): type is string => typeof type === 'string' && type !== 'null');
  const [first, ...others] = types;
  if (others.length > 0)
    tell(
      translation,
      within(place, 'type').at,
      `有几种类型，按 ${first ?? ''} 处理`,
      `Of several types, ${first ?? ''} is taken`,
    );
  if (first !== undefined) return first;
  if (schema['properties'] !== undefined) return 'object';
  if (schema['items'] !== undefined) return 'array';
  if (schema['minimum'] !== undefined || schema['maximum'] !== undefined) return 'number';
  return undefined;
};

const words = (translation: Translation, schema: Schema, place: Place): Partial<Field> => {
  const { title, description, default: preset } = schema;
  const help = typeof description === 'string' && description !== '' ? { 'x-help': description.slice(0, 2000) } : {};
  const isOwnWord = typeof preset === 'string' && DEFAULT_WORDS.test(preset);
  const isPlain =
    typeof preset === 'boolean' || typeof preset === 'number' || (typeof preset === 'string' && preset.length <= 200);
  const isKept = isPlain && !isOwnWord && preset !== '';
  if (preset !== undefined && preset !== null && preset !== '' && !isKept) tellLeftOut(translation, place, 'default');
  return {
    title: typeof title === 'string' && title.trim() !== '' ? title.slice(0, 2000) : (place.path.at(-1) ?? ''),
    ...help,
    ...(isKept ? { 'x-default': preset } : {}),
  };
};

const formatOf = (translation: Translation, schema: Schema, place: Place): Partial<Field> => {
  const { format } = schema;
  if (typeof format !== 'string') return {};
  const known = SAME_FORMAT[format] ?? format;
  if (FORMATS.has(known)) return { format: known as NonNullable<Field['format']> };
  // A width in bits says nothing to a person who fills in a number.
  if (/^(u?int(8|16|32|64)?|float|double|decimal)$/.test(format)) return {};
  tell(
    translation,
    within(place, 'format').at,
    `格式“${format}”没有带入，按一般文本填写`,
    `The format "${format}" is left out; any text is taken`,
  );
  return {};
};

/** Before 2019 an exclusive limit was a flag beside the limit. */
const limitsOf = (schema: Schema): Record<string, unknown> => {
  const limits: Record<string, unknown> = Object.fromEntries(
    LIMITS.flatMap((keyword) => (schema[keyword] === undefined ? [] : [[keyword, schema[keyword]]])),
  );
  for (const [exclusive, limit] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof schema[exclusive] === 'number') limits[exclusive] = schema[exclusive];
    if (schema[exclusive] !== true || limits[limit] === undefined) continue;
    limits[exclusive] = limits[limit];
    limits[limit] = undefined;
  }
  return limits;
};

const READ = new Set([
  ...CHOICE_KEYWORDS,
  ...LIMITS,
  ...['type', 'title', 'description', 'default', 'format', 'exclusiveMinimum', 'exclusiveMaximum', 'oneOf', 'anyOf'],
]);

/** Keeps a word of our own language where it is well formed. */
const ownWords = (schema: Schema): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(schema).filter(([keyword, value]) => {
      if (!keyword.startsWith('x-') || !Object.hasOwn(Field.shape, keyword)) return false;
      return Field.shape[keyword as keyof typeof Field.shape].safeParse(value).success;
    }),
  );

/** Tells the keywords that were neither read nor kept. */
export const tellRest = (translation: Translation, schema: Schema, place: Place, read: ReadonlySet<string>): void => {
  const own = ownWords(schema);
  for (const keyword of Object.keys(schema))
    if (!read.has(keyword) && !MEANS_NOTHING.has(keyword) && !Object.hasOwn(own, keyword))
      tellLeftOut(translation, place, keyword);
};

/** Title, help and default of any schema. */
export const wordsOf = (translation: Translation, schema: Schema, place: Place): Partial<Field> => ({
  ...words(translation, schema, place),
  ...ownWords(schema),
});

const withoutMisfits = (translation: Translation, field: Record<string, unknown>, place: Place): Field => {
  const kept = Object.entries(field).filter(([keyword, value]) => {
    if (value === undefined) return false;
    const shape = Field.shape[keyword as keyof typeof Field.shape] as {
      safeParse: (value: unknown) => { success: boolean };
    };
    const isFine = shape.safeParse(value).success;
    if (!isFine) tellLeftOut(translation, place, keyword);
    return isFine;
  });
  return Object.fromEntries(kept);
};

/** A text, number, yes or no, or choice. */
export const valueField = (translation: Translation, schema: Schema, place: Place): Field => {
  const options = choicesIn(translation, schema, place);
  const type = typeOf(translation, schema, place);
  const alternatives = ['oneOf', 'anyOf'].filter((keyword) => options === undefined && schema[keyword] !== undefined);
  for (const keyword of alternatives) tellLeftOut(translation, place, keyword);
  tellRest(translation, schema, place, READ);
  const about = wordsOf(translation, schema, place);
  const isYesNo = options?.every((option) => typeof option.const === 'boolean') === true;
  if (options !== undefined && options.length > 0 && !isYesNo)
    return withoutMisfits(translation, { ...about, oneOf: options }, place);
  const known = isYesNo ? 'boolean' : type;
  if (known === undefined || !SIMPLE_TYPES.has(known))
    tell(translation, place.at, '没有说明类型，按文本填写', 'No type is said; it is taken for a text');
  const simple = known !== undefined && SIMPLE_TYPES.has(known) ? known : 'string';
  const field = { type: simple, ...about, ...formatOf(translation, schema, place), ...limitsOf(schema) };
  return withoutMisfits(translation, field, place);
};

const KINDS: Record<string, ReturnType<typeof say>> = {
  string: say('文本', 'A text'),
  integer: say('整数', 'A whole number'),
  number: say('小数', 'A number'),
  boolean: say('是或否', 'Yes or no'),
  array: say('多行或多选', 'Rows or choices'),
  object: say('一组', 'A section'),
};

export const kindOf = ({ type, oneOf }: Field): ReturnType<typeof say> =>
  oneOf === undefined ? (KINDS[type ?? 'string'] ?? say('文本', 'A text')) : say('单选', 'One choice');

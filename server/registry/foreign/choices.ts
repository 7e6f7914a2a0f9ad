import type { Code, Option } from '../../contract/definition/field.ts';
import { isSchema, type Place, type Schema, tell, type Translation, within } from './translation.ts';

/** Choices as foreign schemas write them: `enum`, with names beside it, or `oneOf`/`anyOf` of constants. */

const NAMES = ['enumNames', 'x-enumNames', 'x-enum-varnames', 'x-enum-descriptions'] as const;

/** Keywords that are read here. */
export const CHOICE_KEYWORDS: readonly string[] = ['enum', ...NAMES];

const isCode = (value: unknown): value is Code =>
  (typeof value === 'string' && value.length <= 200 && value !== '') ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value));

const ofEnum = (translation: Translation, schema: Schema, place: Place): Option[] | undefined => {
  const { enum: codes } = schema;
  if (!Array.isArray(codes)) return undefined;
  const names: unknown = NAMES.map((keyword) => schema[keyword]).find(Array.isArray);
  return codes.flatMap((code: unknown, index): Option[] => {
    if (!isCode(code)) {
      const at = within(place, 'enum', index).at;
      if (code !== null && code !== '') tell(translation, at, '这个选项值没有带入', 'This choice is left out');
      return [];
    }
    const name: unknown = Array.isArray(names) ? names[index] : undefined;
    return [{ const: code, title: typeof name === 'string' && name !== '' ? name : String(code) }];
  });
};

const optionOf = (schema: unknown): Option | undefined => {
  if (!isSchema(schema)) return undefined;
  const { const: constant, enum: codes, title, description } = schema;
  const code: unknown = Array.isArray(codes) && codes.length === 1 ? codes[0] : constant;
  if (!isCode(code)) return undefined;
  const name = [title, description].find((text) => typeof text === 'string' && text !== '');
  return { const: code, title: typeof name === 'string' ? name : String(code) };
};

const ofAlternatives = (alternatives: unknown): Option[] | undefined => {
  if (!Array.isArray(alternatives) || alternatives.length === 0) return undefined;
  const options = alternatives.map(optionOf);
  return options.includes(undefined) ? undefined : (options as Option[]);
};

/** The choices of a schema; undefined where it lists none. */
export const choicesIn = (translation: Translation, schema: Schema, place: Place): Option[] | undefined =>
  ofEnum(translation, schema, place) ?? ofAlternatives(schema['oneOf']) ?? ofAlternatives(schema['anyOf']);

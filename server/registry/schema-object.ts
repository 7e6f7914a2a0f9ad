/** A JSON Schema as the validators take it. */
type Schema = false | SchemaObject;

export interface SchemaObject {
  type?: string | string[];
  properties?: Record<string, Schema>;
  items?: SchemaObject;
  required?: string[];
  if?: SchemaObject;
  then?: SchemaObject;
  else?: SchemaObject;
  allOf?: SchemaObject[];
  anyOf?: SchemaObject[];
  [keyword: string]: unknown;
}

const LIMIT_KEYWORDS = [
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
] as const;

/** The limits that stand on a field, a probe or a consequence, as they are. */
export const limitsOf = (from: object): SchemaObject => {
  const limits: SchemaObject = {};
  for (const keyword of LIMIT_KEYWORDS) {
    const value: unknown = (from as Record<string, unknown>)[keyword];
    if (value !== undefined) limits[keyword] = value;
  }
  return limits;
};

export const typeKeyword = (types: readonly string[]): Pick<SchemaObject, 'type'> => {
  const [first, ...more] = types;
  if (first === undefined) return {};
  return { type: more.length === 0 ? first : [...types] };
};

import type { DataValidationCxt, DataValidateFunction } from 'ajv/dist/types/index.js';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { valueFingerprint } from './fingerprint.ts';
import type { SchemaObject } from './schema-object.ts';
import { schemaCompiler } from './validator-options.ts';

/**
 * Compiles the schema of a form in parts, one a field, and remembers each by what it says: while somebody edits a form of
 * hundreds of fields only the field that was touched is compiled anew, and what holds between fields.
 */

/** Stand in an object's schema for its fields, by key, and for the conditions on it. */
const FIELDS = 'x-fields';
const CONDITIONS = 'x-conditions';

/** What is remembered; beyond so many parts it is begun anew. */
const MOST_PARTS = 20_000;
const known = new Map<string, ValidateFunction>();

type Fields = readonly (readonly [key: string, pointer: string, validate: ValidateFunction])[];

/** As a JSON Pointer writes a key (RFC 6901). */
const pointerOf = (key: string): string => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

const fieldsValidator = (fields: Fields): DataValidateFunction => {
  const validate: DataValidateFunction = (data: Record<string, unknown>, context?: DataValidationCxt) => {
    const errors: ErrorObject[] = [];
    const rootData = context?.rootData ?? data;
    for (const [key, pointer, field] of fields) {
      if (data[key] === undefined) continue;
      const instancePath = `${context?.instancePath ?? ''}${pointer}`;
      if (field(data[key], { instancePath, parentData: data, parentDataProperty: key, rootData } as DataValidationCxt))
        continue;
      errors.push(...(field.errors ?? []));
    }
    validate.errors = errors;
    return errors.length === 0;
  };
  return validate;
};

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

const conditionsValidator = (conditions: readonly ValidateFunction[]): DataValidateFunction => {
  const validate: DataValidateFunction = (data: unknown, context?: DataValidationCxt) => {
    if (!isObject(data)) return true;
    const errors = conditions.flatMap((holds) => (holds(data, context) ? [] : (holds.errors ?? [])));
    validate.errors = errors;
    return errors.length === 0;
  };
  return validate;
};

/** Each stands in the order of the keyword whose place it takes, so that errors come as they do from the whole schema. */
const newCompiler = (): Ajv2020 => {
  const inParts = { schemaType: 'array', errors: 'full' } as const;
  const compiler = schemaCompiler({ optimize: false });
  compiler
    .addKeyword({ ...inParts, keyword: FIELDS, type: 'object', before: 'properties', compile: fieldsValidator })
    .addKeyword({ ...inParts, keyword: CONDITIONS, before: 'allOf', compile: conditionsValidator });
  return compiler;
};

const isSchema = (value: unknown): value is SchemaObject => typeof value === 'object' && value !== null;

const partOf = (compiler: Ajv2020, schema: SchemaObject): ValidateFunction => {
  const key = valueFingerprint(schema);
  const part = known.get(key) ?? compiler.compile(withParts(compiler, schema));
  if (known.size >= MOST_PARTS) known.clear();
  known.set(key, part);
  return part;
};

const withFields = (compiler: Ajv2020, properties: NonNullable<SchemaObject['properties']>): SchemaObject => {
  const entries = Object.entries(properties);
  const fields = entries.flatMap(([key, field]) =>
    isSchema(field) ? [[key, pointerOf(key), partOf(compiler, field)] as const] : [],
  );
  // That they exist still stands there, for what asks about keys.
  const allowed = entries.map(([key, field]): [string, SchemaObject | false] => [key, isSchema(field) ? {} : field]);
  return { properties: Object.fromEntries(allowed), [FIELDS]: fields };
};

const withParts = (compiler: Ajv2020, { properties, items, allOf, ...schema }: SchemaObject): SchemaObject => ({
  ...schema,
  ...(items !== undefined && { items: withParts(compiler, items) }),
  ...(properties !== undefined && withFields(compiler, properties)),
  ...(allOf !== undefined && { [CONDITIONS]: allOf.map((one) => partOf(compiler, { type: 'object', ...one })) }),
});

/** The validator of a whole form. Throws where the schema is not right. */
export const compileInParts = (schema: SchemaObject): ValidateFunction => {
  const compiler = newCompiler();
  return compiler.compile(withParts(compiler, schema));
};

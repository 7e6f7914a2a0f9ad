import hashForSchema from '@rjsf/utils/lib/hashForSchema.js';
import type { RJSFSchema } from '@rjsf/utils';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import type { SchemaObject } from './schema-object.ts';
import { RUNTIME, schemaCompiler } from './validator-options.ts';

/**
 * The validators of one form as an ES module, so that a browser that forbids `eval` can run them: a function for the whole
 * form under its `$id`, and one for each condition under the hash by which RJSF asks for it.
 *
 * RJSF's own generator walks all combinations of conditions, two to the power of their number; the conditions alone are
 * what it asks for at run time, so they are listed here instead.
 */

/** A CommonJS function, which one of our two ways to resolve modules types as a module. */
const generate = standalone as unknown as (compiler: Ajv2020) => string;

/** What generated code may ask for, and nothing else: the browser fills `globalThis.__ajvRuntime` under these names. */
export const RUNTIME_MODULES: readonly string[] = [
  'ajv/dist/runtime/ucs2length',
  'ajv/dist/runtime/equal',
  RUNTIME.pattern,
  RUNTIME.format,
];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every `if` of a schema, however deep. */
const conditionsOf = (schema: unknown): SchemaObject[] => {
  if (Array.isArray(schema)) return schema.flatMap(conditionsOf);
  if (!isObject(schema)) return [];
  const own = isObject(schema['if']) ? [schema['if']] : [];
  return [...own, ...Object.values(schema).flatMap(conditionsOf)];
};

const identified = (schema: SchemaObject): Map<string, SchemaObject> => {
  const schemas = new Map<string, SchemaObject>([[String(schema['$id']), schema]]);
  for (const condition of conditionsOf(schema)) {
    const key = hashForSchema(condition as RJSFSchema);
    const known = schemas.get(key);
    if (known !== undefined && JSON.stringify({ ...condition, $id: key }) !== JSON.stringify(known))
      throw new Error(`two conditions share the hash ${key}`);
    schemas.set(key, { ...condition, $id: key });
  }
  return schemas;
};

const HEAD = `const exports = {}, module = { exports };
const require = (name) => {
  const part = globalThis.__ajvRuntime?.[name];
  if (!part) throw new Error('the validator needs ' + name);
  return part;
};
`;

/** The text of the module; its default export maps names to functions, as `createPrecompiledValidator` takes it. */
export const validatorCode = (schema: SchemaObject): string => {
  const compiler = schemaCompiler();
  for (const one of identified(schema).values()) compiler.addSchema(one);
  return `${HEAD}${generate(compiler)}\nexport default module.exports;\n`;
};

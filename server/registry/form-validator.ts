import { valueFingerprint } from './fingerprint.ts';
import { type SchemaIssue, issuesOf } from './schema-issue.ts';
import type { SchemaObject } from './schema-object.ts';
import { schemaCompiler } from './validator-options.ts';

/** Everything in which data breaks one form's schema. Nothing in the data is changed. */
export type FormValidator = (data: unknown) => SchemaIssue[];

const KEPT = 200;
const validators = new Map<string, FormValidator>();

const compile = (schema: SchemaObject): FormValidator => {
  const validate = schemaCompiler().compile(schema);
  return (data) => (validate(data) ? [] : issuesOf(validate.errors ?? []));
};

/**
 * The validator of a compiled schema, kept by the schema's fingerprint: compiling costs a thousand validations.
 * Throws where the schema itself is not right, which the shelf tells as a finding before anything is published.
 */
export const formValidator = (schema: SchemaObject): FormValidator => {
  const key = valueFingerprint(schema);
  const known = validators.get(key);
  // Taken out and put back, so that the one unused longest is the first to go.
  const validator = known ?? compile(schema);
  validators.delete(key);
  validators.set(key, validator);
  const oldest = validators.keys().next().value;
  if (validators.size > KEPT && oldest !== undefined) validators.delete(oldest);
  return validator;
};

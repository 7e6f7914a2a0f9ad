import type { SchemaError } from '../engine/form/messages.ts';
import { valueFingerprint } from './fingerprint.ts';
import type { SchemaObject } from './schema-object.ts';
import { compileInParts } from './schema-parts.ts';

/** Everything in which data breaks one form's schema. Nothing in the data is changed. */
export type FormValidator = (data: unknown) => SchemaError[];

/** More errors than this are not told one by one. */
export const MOST_ERRORS = 2_000;

const KEPT = 200;
const validators = new Map<string, FormValidator>();

const compile = (schema: SchemaObject): FormValidator => {
  const validate = compileInParts(schema);
  return (data) => (validate(data) ? [] : (validate.errors ?? []).slice(0, MOST_ERRORS));
};

/**
 * The validator of a compiled schema, kept by the schema's fingerprint: compiling costs a thousand validations.
 * Throws where the schema itself is not right, which the shelf tells as a finding before anything is published.
 */
export const formValidator = (schema: SchemaObject): FormValidator => {
  const key = valueFingerprint(schema);
  const validator = validators.get(key) ?? compile(schema);
  // Taken out and put back, so that the one unused longest is the first to go.
  validators.delete(key);
  validators.set(key, validator);
  const oldest = validators.keys().next().value;
  if (validators.size > KEPT && oldest !== undefined) validators.delete(oldest);
  return validator;
};

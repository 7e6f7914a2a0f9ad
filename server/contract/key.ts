import { z } from 'zod';

/** Words that cannot name anything: those of the expression language, and those that every JavaScript object knows. */
const RESERVED_KEYS: readonly string[] = ['in', 'true', 'false', 'null', 'constructor', 'prototype'];

/** The permanent name of a form, field, workflow, state, action, table or row: lower case, at most 63 characters. */
export const Key = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]{0,62}$/,
    'a key is lower-case letters, digits and _, begins with a letter, at most 63 characters',
  )
  .refine((key) => !RESERVED_KEYS.includes(key), 'in, true, false, null, constructor and prototype are taken');

/** A field by its keys from the top of the form, parted by dots: `phone`, `volunteers.phone`. */
export const FieldPath = z
  .string()
  .max(200)
  .regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/, 'a field, or a field inside another: roster.field');

/** Names one definition of the installation: `programme` is null for kinds that stand outside programmes (calendars). */
export interface DefinitionName {
  programme: string | null;
  kind: DefinitionKind;
  key: string;
}

export const DEFINITION_KINDS = [
  'Programme',
  'Form',
  'Workflow',
  'Calendar',
  'Scenario',
  'Demonstration',
  'Migration',
] as const;
export type DefinitionKind = (typeof DEFINITION_KINDS)[number];

import type { Field } from '../../contract/definition/field.ts';

/** `x-na`: a mark in place of a value satisfies `required` and otherwise counts as nothing filled in. */
export const isNotApplicable = (field: Field, value: unknown): boolean =>
  field['x-na'] !== undefined && value === field['x-na'];

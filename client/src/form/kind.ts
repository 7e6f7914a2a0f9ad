import type { Field } from '#contract/definition/field.ts';

/** What a field holds, and so how it is typed and shown, in the form and in a roster alike. */
export type InputKind =
  | 'text'
  | 'long-text'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'date'
  | 'date-time'
  | 'month'
  | 'organisation'
  | 'file'
  | 'fixed';

const hasOptions = (field: Field): boolean =>
  field.oneOf !== undefined || field.enum !== undefined || field['x-options'] !== undefined;

const LONG = 120;

const textKind = (field: Field): InputKind => {
  if (field.format === 'date' || field.format === 'date-time' || field.format === 'month') return field.format;
  return field['x-widget'] === 'textarea' || (field.maxLength ?? 0) > LONG ? 'long-text' : 'text';
};

/** The kind of one field. A widget named by the definition decides first, then what the schema says. */
export const kindOf = (field: Field): InputKind => {
  if (field['x-file'] !== undefined) return 'file';
  const widget = field['x-widget'];
  if (widget === 'fixed' || widget === 'organisation' || widget === 'month' || widget === 'money') return widget;
  if (field.type === 'array') return 'choices';
  if (hasOptions(field)) return 'choice';
  if (field.type === 'boolean') return 'boolean';
  if (field.type === 'integer') return 'integer';
  if (field.type === 'number') return 'decimal';
  return textKind(field);
};

/** An array of objects: a table of rows, drawn by the grid. */
export const isRoster = (field: Field): boolean => field.type === 'array' && field.items?.properties !== undefined;

/** An object: fields that stand together under a heading. */
export const isSection = (field: Field): boolean => field.type === 'object' || field.properties !== undefined;

import type { Field } from '../../contract/definition/field.ts';

/** What a field is: a head section, a roster of rows, a list of values (choices or files), one choice, or one value. */
export type FieldKind = 'section' | 'roster' | 'list' | 'choice' | 'value';

export const fieldKind = (field: Field): FieldKind => {
  if (field.type === 'object' || field.properties !== undefined) return 'section';
  if (field.type === 'array' || field.items !== undefined)
    return field.items?.properties === undefined ? 'list' : 'roster';
  if (field.oneOf !== undefined || field.enum !== undefined || field['x-options'] !== undefined) return 'choice';
  return 'value';
};

import { z } from 'zod';
import { FieldPath, Key } from '../key.ts';
import { LocalText } from '../text.ts';
import { Field } from './field.ts';

/** A column of the printed table: a field, or a titled group of columns, or one cell that holds several fields by template. */
const LayoutColumn = z.union([
  FieldPath,
  z.strictObject({
    field: FieldPath.optional(),
    title: LocalText.optional(),
    width: z.number().min(1).max(300).optional(),
    template: z.string().max(300).optional(),
    /** Prints the list of choices in the header cell, with this between code and title (`1=teacher`). */
    codes: z.string().max(5).optional(),
    print: z.boolean().optional(),
    get columns() {
      return z.array(LayoutColumn).max(40).optional();
    },
  }),
]);
export type LayoutColumn = z.infer<typeof LayoutColumn>;

/** One place of the head line: a field, or `org` for the reporting organisation, with a title of its own where it differs. */
const HeadPlace = z.union([FieldPath, z.strictObject({ field: FieldPath, title: LocalText.optional() })]);

/** How the form stands on paper. `mode: table` is one roster as a ruled table with a head line above it. */
const Layout = z.strictObject({
  mode: z.enum(['table']),
  heading: LocalText.optional(),
  attachment: LocalText.optional(),
  head: z.array(HeadPlace).max(40).optional(),
  roster: Key.optional(),
  columns: z.array(LayoutColumn).max(100).optional(),
  numbered: z.boolean().optional(),
  column_numbers: z.boolean().optional(),
  rows: z.int().min(0).max(100).optional(),
  total: z.strictObject({ title: LocalText.optional(), fields: z.array(FieldPath).min(1) }).optional(),
  signature: z.union([LocalText, z.array(LocalText).max(10)]).optional(),
  notes: z.union([LocalText, z.array(LocalText).max(20)]).optional(),
  page: z
    .strictObject({ size: z.enum(['A4', 'A3']).optional(), orientation: z.enum(['portrait', 'landscape']).optional() })
    .optional(),
});

/** A form: one plain JSON Schema 2020-12 document. */
export const Form = z.strictObject({
  ...Field.shape,
  $schema: z.literal('https://json-schema.org/draft/2020-12/schema'),
  $id: Key,
  $defs: z.record(Key, Field).optional(),
  title: LocalText,
  type: z.literal('object'),
  properties: z.record(Key, Field),
  'x-layout': Layout.optional(),
});
export type Form = z.infer<typeof Form>;

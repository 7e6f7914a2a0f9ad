import { z } from 'zod';
import { Key } from '../key.ts';

/**
 * GET /api/programmes/:programme/forms/:form/export: what was handed in on a form, over all its versions. With a `reason`,
 * whoever may export personal values gets them whole; without one they are masked.
 */
export const ExportQuery = z.strictObject({
  format: z.enum(['json', 'csv']).default('json'),
  reason: z.string().trim().min(2).max(500).optional(),
});
export type ExportQuery = z.infer<typeof ExportQuery>;

/** `columns` are the keys of all versions, titled by the newest one that has the key; `data` is keyed as it was handed in. */
export const FormExport = z.object({
  form: Key,
  columns: z.array(
    z.object({ key: z.string(), title: z.string(), roster: z.string().nullable(), versions: z.array(z.int()) }),
  ),
  rows: z.array(
    z.object({
      case: z.uuid(),
      organisation: z.object({ code: z.string(), title: z.string() }).nullable(),
      workflow: Key,
      period: z.string().nullable(),
      submission: z.int(),
      version: z.int(),
      sentAt: z.iso.datetime(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type FormExport = z.infer<typeof FormExport>;

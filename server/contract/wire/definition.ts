import { z } from 'zod';
import { Key } from '../key.ts';
import { DEFINITION_KINDS } from '../key.ts';

/** A form as the browser needs it. `schema` is the compiled schema (closed objects, `_id` in rows); `validators` the address of its code. */
export const FormPackage = z.object({
  version: z.uuid(),
  n: z.int(),
  key: Key,
  title: z.string(),
  source: z.record(z.string(), z.unknown()),
  schema: z.record(z.string(), z.unknown()),
  validators: z.string(),
  tables: z.record(z.string(), z.unknown()),
});
export type FormPackage = z.infer<typeof FormPackage>;

export const DefinitionSummary = z.object({
  programme: z.string().nullable(),
  kind: z.enum(DEFINITION_KINDS),
  key: Key,
  title: z.string(),
  version: z.uuid(),
  n: z.int(),
  fingerprint: z.string(),
  publishedAt: z.iso.datetime(),
  publishedBy: z.string().nullable(),
});
export type DefinitionSummary = z.infer<typeof DefinitionSummary>;

export const ProgrammeView = z.object({
  key: Key,
  title: z.string(),
  number: z.string().nullable(),
  issued: z.string().nullable(),
  zone: z.string(),
  locales: z.array(z.string()),
  kinds: z.record(z.string(), z.string()),
  roles: z.array(z.object({ key: Key, title: z.string(), may: z.array(z.string()) })),
  workflows: z.array(
    z.object({
      key: Key,
      title: z.string(),
      form: Key,
      formTitle: z.string(),
      states: z.array(z.object({ key: Key, title: z.string(), final: z.string().nullable() })),
      per: z.array(z.string()),
    }),
  ),
});
export type ProgrammeView = z.infer<typeof ProgrammeView>;

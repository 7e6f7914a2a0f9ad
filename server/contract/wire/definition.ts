import { z } from 'zod';
import { Key } from '../key.ts';

/** A form as the browser needs it. `schema` is the compiled schema (closed objects, `_id` in rows); `validators` the address of its code. */
export const FormPackage = z.object({
  version: z.uuid(),
  n: z.int(),
  key: Key,
  title: z.string(),
  source: z.record(z.string(), z.unknown()),
  schema: z.record(z.string(), z.unknown()),
  validators: z.string(),
});
export type FormPackage = z.infer<typeof FormPackage>;

/**
 * A workflow with what its rules refer to, as GET /api/workflows/:version answers it: with the form of a `FormPackage` it is the
 * model that the engine's form rules take, so that the browser computes and checks as the server does.
 */
export const WorkflowPackage = z.object({
  version: z.uuid(),
  workflow: z.record(z.string(), z.unknown()),
  programme: z.record(z.string(), z.unknown()),
  calendar: z.record(z.string(), z.unknown()).nullable(),
});
export type WorkflowPackage = z.infer<typeof WorkflowPackage>;

export const ProgrammeView = z.object({
  key: Key,
  title: z.string(),
  number: z.string().nullable(),
  issued: z.string().nullable(),
  zone: z.string(),
  locales: z.array(z.string()),
  kinds: z.record(z.string(), z.string()),
  /** Relations between organisations beside that to a superior, by key. */
  relations: z.record(z.string(), z.string()),
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

import { z } from 'zod';
import { Key } from '../key.ts';
import { PageQuery } from './page.ts';

export const OrganisationCode = z.string().regex(/^[A-Za-z0-9_-]{1,60}$/, 'letters, digits, - and _');
const Attributes = z.record(Key, z.union([z.string(), z.number(), z.boolean()]));
const KindTag = z.strictObject({ kind: Key, from: z.iso.date().nullable(), to: z.iso.date().nullable() });

export const OrganisationQuery = PageQuery.extend({
  kind: Key.optional(),
  active: z.enum(['yes', 'no']).optional(),
});
export type OrganisationQuery = z.infer<typeof OrganisationQuery>;

export const OrganisationView = z.object({
  id: z.uuid(),
  code: OrganisationCode,
  title: z.string(),
  kinds: z.array(KindTag),
  level: z.string().nullable(),
  parent: z.uuid().nullable(),
  parentTitle: z.string().nullable(),
  attributes: Attributes,
  relations: z.record(Key, z.array(z.uuid())),
  active: z.boolean(),
  people: z.int(),
});
export type OrganisationView = z.infer<typeof OrganisationView>;

export const SaveOrganisation = z.strictObject({
  code: OrganisationCode,
  title: z.string().trim().min(1).max(200),
  kinds: z.array(KindTag).max(20),
  level: z.string().max(60).nullable().optional(),
  parent: z.uuid().nullable().optional(),
  attributes: Attributes.optional(),
  relations: z.record(Key, z.array(z.uuid())).optional(),
  active: z.boolean().optional(),
});
export type SaveOrganisation = z.infer<typeof SaveOrganisation>;

/** An organisation as a form names it: the code is stored, the title is shown. */
export const DirectoryEntry = z.object({ code: OrganisationCode, title: z.string() });
export type DirectoryEntry = z.infer<typeof DirectoryEntry>;

/** An import is first tried (`apply: false`), then done; rows that are wrong come back with their line and column. */
export const ImportOrganisations = z.strictObject({ csv: z.string().max(5_000_000), apply: z.boolean() });
export type ImportOrganisations = z.infer<typeof ImportOrganisations>;
export const ImportReport = z.object({
  created: z.int(),
  changed: z.int(),
  same: z.int(),
  problems: z.array(z.object({ line: z.int(), column: z.string(), message: z.string() })),
});
export type ImportReport = z.infer<typeof ImportReport>;

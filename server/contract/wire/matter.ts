import { z } from 'zod';
import { Key } from '../key.ts';
import { SheetField } from './judging.ts';

/** Side records of a case: objections, questions, declared interests. */

const Instant = z.iso.datetime();
const Words = z.string().trim().min(1).max(4000);

/** POST /api/cases/:id/matters */
export const OpenMatter = z.strictObject({
  kind: Key,
  text: Words,
  data: z.record(z.string(), z.unknown()).optional(),
});
export type OpenMatter = z.infer<typeof OpenMatter>;

/** POST /api/cases/:id/matters/:matter/close */
export const CloseMatter = z.strictObject({ answer: Words });
export type CloseMatter = z.infer<typeof CloseMatter>;

export const MatterReference = z.object({ id: z.uuid() });
export type MatterReference = z.infer<typeof MatterReference>;

const Matter = z.object({
  id: z.uuid(),
  kind: Key,
  kindTitle: z.string(),
  status: z.enum(['open', 'closed']),
  text: z.string(),
  fields: z.array(z.object({ title: z.string(), text: z.string() })),
  /** Who opened it; a stranger's name is masked. */
  by: z.string(),
  isPublic: z.boolean(),
  contact: z.string().nullable(),
  openedAt: Instant,
  answer: z.string().nullable(),
  closedBy: z.string().nullable(),
  closedAt: Instant.nullable(),
  mayClose: z.boolean(),
});

/** GET /api/cases/:id/matters */
export const MattersView = z.object({
  matters: z.array(Matter),
  /** Kinds that the person may open now. */
  mayOpen: z.array(z.object({ kind: Key, title: z.string(), fields: z.array(SheetField) })),
  /** Kinds that anybody may open now, by their public address. */
  links: z.array(z.object({ kind: Key, title: z.string(), path: z.string() })),
});
export type MattersView = z.infer<typeof MattersView>;

/** GET /api/public/matters/:case/:kind: what a stranger is asked. */
export const PublicMatter = z.object({ title: z.string(), about: z.string(), programme: z.string() });
export type PublicMatter = z.infer<typeof PublicMatter>;

/** POST the same. */
export const OpenPublicMatter = z.strictObject({
  name: z.string().trim().min(1).max(60),
  contact: z.string().trim().min(3).max(120),
  text: Words,
});
export type OpenPublicMatter = z.infer<typeof OpenPublicMatter>;

/** The number by which a stranger asks later what became of it. */
export const MatterReceipt = z.object({ receipt: z.string() });
export type MatterReceipt = z.infer<typeof MatterReceipt>;

/** GET /api/public/matters/receipts/:receipt */
export const PublicAnswer = z.object({
  status: z.enum(['open', 'closed']),
  openedAt: Instant,
  answer: z.string().nullable(),
  closedAt: Instant.nullable(),
});
export type PublicAnswer = z.infer<typeof PublicAnswer>;

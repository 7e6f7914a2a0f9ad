import { z } from 'zod';
import { Key } from '../key.ts';
import { EditedName, FindingView } from './design.ts';

/**
 * Publishing: drafts become versions through one gate. First a preview tells what would change and who is touched; then
 * the same is asked for again with the preview's token, which no longer fits if the data moved meanwhile.
 *
 * Under /api/programmes/:programme/publications:
 * POST preview (WantedPublication) -> PublicationPreview; POST (MakePublication) -> PublicationView, `waiting` where a
 * second person is needed; GET -> PublicationView[], the newest first; GET :id -> PublicationView;
 * GET :id/preview -> PublicationPreview: what one that waits would do by now;
 * POST :id/confirm (ConfirmPublication), :id/withdraw, :id/pause, :id/resume -> PublicationView.
 * GET /api/programmes/:programme/forms/:form/export?format=json|csv&reason=...: what was handed in, over all versions.
 */

/** A: texts. B: dates. C: rules. D: structure of a workflow. E: what data means. D and E need a plan and a second person. */
export const ChangeClass = z.enum(['A', 'B', 'C', 'D', 'E']);
export type ChangeClass = z.infer<typeof ChangeClass>;

const Words = z.object({ 'zh-CN': z.string(), en: z.string() });

/** One difference in words that a clerk reads. */
export const ChangeView = EditedName.extend({
  class: ChangeClass,
  path: z.array(z.union([z.string(), z.number()])),
  words: Words,
});
export type ChangeView = z.infer<typeof ChangeView>;

/** A case that a change touches, as a row of a report; null where it is not there yet. */
export const TouchedCase = z.object({
  case: z.uuid().nullable(),
  workflow: Key,
  organisation: z.string().nullable(),
  period: z.string().nullable(),
  words: Words,
});
export type TouchedCase = z.infer<typeof TouchedCase>;

/** What simulation found of one sort: how many, and the first rows (at most 200). */
export const EffectView = z.object({
  effect: z.enum([
    'invalid-draft',
    'invalid-submission',
    'orphaned-value',
    'due-moved',
    'becomes-late',
    'becomes-on-time',
    'state-unreachable',
    'state-moved',
    'state-gone',
    'obligation-added',
    'obligation-dropped',
    'scenario-failed',
  ]),
  count: z.int(),
  rows: z.array(TouchedCase),
});
export type EffectView = z.infer<typeof EffectView>;

/** How values and cases go over where a key vanishes: a plan for one workflow, as a `Migration` definition. */
export const PlanText = z.strictObject({ workflow: Key, text: z.string().max(200_000) });
export type PlanText = z.infer<typeof PlanText>;

/**
 * What is to be published: drafts by name, or, as `undo`, the texts that stood before a publication. `dates` says whether
 * the due dates of running cases follow new rules.
 */
export const WantedPublication = z.strictObject({
  definitions: z.array(EditedName).max(500),
  undo: z.uuid().optional(),
  dates: z.enum(['move', 'keep']),
  plans: z.array(PlanText).max(50).optional(),
});
export type WantedPublication = z.infer<typeof WantedPublication>;

export const PublicationPreview = z.object({
  /** Fingerprint of the texts and of all data that the report stands on. */
  token: z.string(),
  class: ChangeClass.nullable(),
  changes: z.array(ChangeView),
  findings: z.array(FindingView),
  effects: z.array(EffectView),
  counts: z.object({ drafts: z.int(), submissions: z.int(), running: z.int(), organisations: z.int() }),
  needsSecondPerson: z.boolean(),
  /**
   * Workflows whose running cases need a plan, each with the one that is proposed by equal names; not `needed` where cases
   * stay in their states unless a plan sends them to new ones. `standing`: in which states they are, and how many.
   */
  plans: z.array(
    PlanText.extend({
      open: z.array(z.string()),
      needed: z.boolean(),
      running: z.int(),
      standing: z.array(z.object({ state: z.string(), cases: z.int() })),
    }),
  ),
});
export type PublicationPreview = z.infer<typeof PublicationPreview>;

export const MakePublication = WantedPublication.extend({
  token: z.string(),
  note: z.string().trim().max(1000).optional(),
}).strict();
export type MakePublication = z.infer<typeof MakePublication>;

/** The second person confirms what they saw: the token is the one of their own look at `:id/preview`. */
export const ConfirmPublication = z.strictObject({ token: z.string() });
export type ConfirmPublication = z.infer<typeof ConfirmPublication>;

/** `waiting`: for the second person. `applying`: published; running cases are still being carried over. */
export const PublicationView = z.object({
  id: z.uuid(),
  status: z.enum(['waiting', 'withdrawn', 'applying', 'paused', 'published']),
  class: ChangeClass,
  note: z.string().nullable(),
  proposedBy: z.string().nullable(),
  proposedAt: z.iso.datetime(),
  confirmedBy: z.string().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  undoes: z.uuid().nullable(),
  undoneBy: z.uuid().nullable(),
  changes: z.array(ChangeView),
  /** Whether the due dates of running cases follow, and by which plans cases and values go over. */
  dates: z.enum(['move', 'keep']),
  plans: z.array(PlanText),
  definitions: z.array(EditedName.extend({ n: z.int().nullable() })),
  /** Running cases that follow: how many of how many are through, and those that could not. */
  progress: z.object({ total: z.int(), done: z.int(), failed: z.array(TouchedCase) }),
  /** Whether the asking person may confirm, withdraw or undo it now. */
  may: z.array(z.enum(['confirm', 'withdraw', 'undo', 'pause', 'resume'])),
});
export type PublicationView = z.infer<typeof PublicationView>;

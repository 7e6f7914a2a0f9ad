import { z } from 'zod';
import { DEFINITION_KINDS, Key } from '../key.ts';

/** How administrators edit definitions: one draft a definition, which several people may hold open. */

/** Kinds that can be edited in the browser. Calendars stand outside programmes and are edited from within any that uses them. */
export const EditedKind = z.enum(DEFINITION_KINDS);
export type EditedKind = z.infer<typeof EditedKind>;

/** Largest text of a definition, in characters. */
const LARGEST_TEXT = 2_000_000;

/** A definition within the programme of the path. */
export const EditedName = z.strictObject({ kind: EditedKind, key: Key });
export type EditedName = z.infer<typeof EditedName>;

const Sentence = z.object({ 'zh-CN': z.string(), en: z.string() });

/** What lint says of a place; the shape of `Finding`. `definition` tells in which one, where it is one of the programme's. */
export const FindingView = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  file: z.string(),
  line: z.int(),
  column: z.int(),
  path: z.array(z.union([z.string(), z.number()])),
  message: Sentence,
  suggestion: Sentence.optional(),
  definition: EditedName.optional(),
});
export type FindingView = z.infer<typeof FindingView>;

export const VersionView = z.object({
  id: z.uuid(),
  n: z.int(),
  status: z.enum(['published', 'retired']),
  publishedAt: z.iso.datetime(),
  publishedBy: z.string().nullable(),
  note: z.string().nullable(),
  /** Fingerprint of the text: versions with the same one say the same. */
  contentHash: z.string(),
});
export type VersionView = z.infer<typeof VersionView>;

export const VersionText = VersionView.extend({ text: z.string() });
export type VersionText = z.infer<typeof VersionText>;

/**
 * A draft without its text. `rev` grows with every saving, the first is 1. `base` is the number of the version that it was
 * begun from (null for what was never published); `isBehind` when another one was published since.
 */
export const DraftFacts = z.object({
  rev: z.int(),
  savedAt: z.iso.datetime(),
  savedBy: z.string().nullable(),
  base: z.int().nullable(),
  isBehind: z.boolean(),
});
export type DraftFacts = z.infer<typeof DraftFacts>;

export const DefinitionSummary = z.object({
  kind: EditedKind,
  key: Key,
  title: z.string(),
  published: VersionView.nullable(),
  draft: DraftFacts.nullable(),
  /** Errors that lint finds in the draft, else in the published text. */
  errors: z.int(),
});
export type DefinitionSummary = z.infer<typeof DefinitionSummary>;

/** GET /api/programmes/:programme/definitions/:kind/:key: the text to edit is the draft's, else the published one. */
export const DefinitionText = z.object({
  kind: EditedKind,
  key: Key,
  published: VersionText.nullable(),
  draft: DraftFacts.extend({ text: z.string() }).nullable(),
});
export type DefinitionText = z.infer<typeof DefinitionText>;

/**
 * PUT .../draft. `rev` is the one that the author saw, 0 where there was no draft; another one is refused as `stale`, with
 * the other's `DraftFacts` and `text` in the problem's `draft` (null where it was discarded or published meanwhile). A text
 * with errors is saved too: nothing typed is lost. `base` says from which version the author goes on; without it a new
 * draft is begun from the one that is published now, and one that is there keeps its own.
 */
export const SaveDraft = z.strictObject({
  text: z.string().max(LARGEST_TEXT),
  rev: z.int().min(0),
  base: z.int().min(1).nullable().optional(),
});
export type SaveDraft = z.infer<typeof SaveDraft>;

/** DELETE .../draft?rev=: with the `rev` that the person saw, another one is refused as `stale` in the same way. */
export const DiscardDraft = z.strictObject({ rev: z.coerce.number().int().min(1).optional() });
export type DiscardDraft = z.infer<typeof DiscardDraft>;

/** `findings` are those of the text itself; `elsewhere` the errors in other definitions of its programme. */
export const SavedDraft = DraftFacts.extend({ findings: z.array(FindingView), elsewhere: z.array(FindingView) });
export type SavedDraft = z.infer<typeof SavedDraft>;

/** POST /api/programmes/:programme/definitions/lint: a text as it is typed, among the drafts and published texts of its programme. */
export const LintText = EditedName.extend({ text: z.string().max(LARGEST_TEXT) }).strict();
export type LintText = z.infer<typeof LintText>;
export const LintReport = z.object({ findings: z.array(FindingView), elsewhere: z.array(FindingView) });
export type LintReport = z.infer<typeof LintReport>;

/**
 * GET .../definitions/trial/:workflow: all that the browser needs to fill and walk a draft without a case: the draft
 * workflow with its form, programme and calendar, compiled as if they were published. Nothing of it is stored.
 */
export const TrialPackage = z.object({
  workflow: z.record(z.string(), z.unknown()),
  form: z.record(z.string(), z.unknown()),
  /** The compiled schema: closed objects, `_id` in rows. */
  schema: z.record(z.string(), z.unknown()),
  /** Address of the validators' code. */
  validators: z.string(),
  programme: z.record(z.string(), z.unknown()),
  calendar: z.record(z.string(), z.unknown()).nullable(),
  /** Organisations that may be played: code, title, kinds. */
  organisations: z.array(z.object({ code: z.string(), title: z.string(), kinds: z.array(z.string()) })),
});
export type TrialPackage = z.infer<typeof TrialPackage>;

/** POST .../definitions/scenarios: plays the scenarios of a workflow (or of the whole programme) on drafts. */
export const PlayScenarios = z.strictObject({ workflow: Key.optional() });
export type PlayScenarios = z.infer<typeof PlayScenarios>;
export const ScenarioReport = z.object({
  scenarios: z.array(
    z.object({
      key: Key,
      workflow: Key,
      title: z.string(),
      passed: z.boolean(),
      findings: z.array(FindingView),
    }),
  ),
  /** States entered and actions done by at least one scenario, of all that a person can reach, by workflow. */
  coverage: z.record(
    Key,
    z.object({
      states: z.object({ covered: z.array(Key), missed: z.array(Key) }),
      actions: z.object({ covered: z.array(z.string()), missed: z.array(z.string()) }),
    }),
  ),
});
export type ScenarioReport = z.infer<typeof ScenarioReport>;

/** GET /api/definitions/programmes: the programmes whose definitions the person works on, those that are drafts alone included. */
export const EditedProgramme = z.object({
  key: Key,
  title: z.string(),
  isPublished: z.boolean(),
  /** How many of its definitions have a draft. */
  drafts: z.int(),
});
export type EditedProgramme = z.infer<typeof EditedProgramme>;

/**
 * POST /api/programmes: a new programme as drafts. With `from`, all definitions of that programme are copied under the new
 * key; `shift` moves every date in them by whole days, months or years (an ISO duration such as P1Y). The dates come back for
 * review; one whose `after` is its `before` was left to a person (a year alone). Nothing is published. Until it is, whoever
 * made it may go on with it, and whoever may in the whole installation.
 */
export const NewProgramme = z.strictObject({
  key: Key,
  title: z.string().trim().min(1).max(200),
  from: Key.optional(),
  shift: z
    .string()
    .regex(/^-?P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,5}D)?$/)
    .optional(),
});
export type NewProgramme = z.infer<typeof NewProgramme>;
export const NewProgrammeMade = z.object({
  key: Key,
  definitions: z.array(EditedName),
  dates: z.array(
    EditedName.extend({
      path: z.array(z.union([z.string(), z.number()])),
      line: z.int(),
      before: z.string(),
      after: z.string(),
    }),
  ),
});
export type NewProgrammeMade = z.infer<typeof NewProgrammeMade>;

/**
 * Something doubtful about a sheet or a schema, put to the person. `answer` is what the proposed text goes by now; `isOpen`
 * as long as nobody said so. To answer, the same is sent again with `answers: {[id]: answer}`.
 */
export const ProposalQuestion = z.object({
  id: z.string(),
  /** Address of the cell (`C4`), or the place in the schema as a JSON Pointer. */
  at: z.string(),
  about: Sentence,
  alternatives: z.array(z.object({ answer: z.string(), words: Sentence })),
  answer: z.string(),
  isOpen: z.boolean(),
});
export type ProposalQuestion = z.infer<typeof ProposalQuestion>;

/** A form made of something else, not yet kept: the text to save as a draft, and everything that was decided or left out. */
export const FormProposal = z.object({
  text: z.string(),
  questions: z.array(ProposalQuestion),
  /** What became of each cell or property: the field (`rows.age`), its title, and its kind in words. */
  fields: z.array(z.object({ at: z.string(), path: z.string(), title: z.string(), kind: Sentence })),
  /** What was left out or changed. */
  told: z.array(z.object({ at: z.string(), words: Sentence })),
  findings: z.array(FindingView),
});
export type FormProposal = z.infer<typeof FormProposal>;

/** Answers to questions, by their ids. */
const ProposalAnswers = z.record(z.string().max(100), z.string().max(200));

/**
 * POST .../definitions/forms/from-sheet, multipart: first `order` (this as JSON), then `file` (.xlsx, at most 5 MB). Nothing is
 * kept. What cannot be read is refused as `unsupported-type` or `too-large`.
 */
export const FormFromSheet = z.strictObject({ key: Key, answers: ProposalAnswers.optional() });
export type FormFromSheet = z.infer<typeof FormFromSheet>;

/** POST .../definitions/forms/from-schema: a JSON Schema of any origin as a form of ours. Nothing is kept. */
export const FormFromSchema = z.strictObject({ key: Key, text: z.string().max(LARGEST_TEXT) });
export type FormFromSchema = z.infer<typeof FormFromSchema>;

import { z } from 'zod';
import { GatheredCases } from './gathered.ts';
import { Key } from '../key.ts';
import { REFUSAL_REASONS } from '../refusal.ts';
import { ACTION_KINDS } from '../definition/workflow.ts';
import { PageQuery } from './page.ts';

export const CASE_STATUSES = ['upcoming', 'open', 'done', 'exempt', 'cancelled'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

const Instant = z.iso.datetime();

export const CaseQuery = PageQuery.extend({
  programme: Key.optional(),
  workflow: Key.optional(),
  organisation: z.uuid().optional(),
  period: z.string().max(63).optional(),
  state: Key.optional(),
  status: z.enum(CASE_STATUSES).optional(),
  /** `mine`: what my organisation owes; `review`: where I can act as a reviewer now. */
  for: z.enum(['mine', 'review', 'all']).default('all'),
  sort: z.enum(['due', 'updated', 'organisation']).default('due'),
});
export type CaseQuery = z.infer<typeof CaseQuery>;

/** One row of every list of cases. Titles are in the language of the request; instants are UTC. */
export const CaseSummary = z.object({
  id: z.uuid(),
  programme: Key,
  workflow: Key,
  workflowTitle: z.string(),
  organisation: z.object({ id: z.uuid(), code: z.string(), title: z.string(), kinds: z.array(z.string()) }).nullable(),
  period: z.object({ key: z.string(), title: z.string(), from: z.string(), to: z.string() }).nullable(),
  state: Key,
  stateTitle: z.string(),
  final: z.enum(['success', 'failure', 'void']).nullable(),
  status: z.enum(CASE_STATUSES),
  due: Instant.nullable(),
  graceUntil: Instant.nullable(),
  overdue: z.boolean(),
  late: z.boolean(),
  inGrace: z.boolean(),
  zero: z.boolean(),
  proxy: z.boolean(),
  marks: z.array(z.string()),
  submissions: z.int(),
  openQueries: z.int(),
  lockVersion: z.int(),
  updatedAt: Instant,
  /** What the person who asks should do next. */
  next: z.enum(['fill', 'mend', 'review', 'wait', 'later', 'none']),
  claimedBy: z.string().nullable(),
  returned: z.object({ comment: z.string(), reasons: z.array(z.string()), at: Instant }).nullable(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

/** A field by its keys from the top of the form or of its row, joined by dots: `phone`, `delivery.address`. */
const FieldPath = z.string().regex(/^[a-z][a-z0-9_]{0,62}(\.[a-z][a-z0-9_]{0,62}){0,7}$/, 'keys joined by dots');

/** What somebody may see, change or remark upon: everything, nothing, or the named fields and row ids. */
export const Reach = z.union([
  z.enum(['all', 'none']),
  z.object({
    fields: z.array(z.string()),
    rows: z.record(Key, z.array(z.string())).optional(),
    cells: z.array(z.object({ roster: Key.optional(), row: z.string().optional(), field: FieldPath })).optional(),
  }),
]);
export type Reach = z.infer<typeof Reach>;

/** A cell: a head field, or a field of one roster row by the row's permanent id. */
export const CellAddress = z.strictObject({ field: FieldPath, roster: Key.optional(), row: z.uuid().optional() });
export type CellAddress = z.infer<typeof CellAddress>;

export const AvailableAction = z.object({
  key: Key,
  kind: z.enum(ACTION_KINDS),
  title: z.string(),
  help: z.string().nullable(),
  enabled: z.boolean(),
  /** Why not, where it is not enabled. */
  reason: z.enum(REFUSAL_REASONS).nullable(),
  messages: z.array(z.string()),
  warnings: z.array(z.string()),
  comment: z.enum(['required', 'optional', 'none']),
  reasons: z.array(z.object({ code: z.string(), title: z.string() })),
  proxy: z.boolean(),
});
export type AvailableAction = z.infer<typeof AvailableAction>;

export const QueryView = z.object({
  id: z.uuid(),
  address: CellAddress,
  submission: z.int(),
  status: z.enum(['open', 'answered', 'closed', 'row_removed']),
  remarks: z.array(z.object({ by: z.string(), at: Instant, text: z.string() })),
  mayAnswer: z.boolean(),
  mayClose: z.boolean(),
});
export type QueryView = z.infer<typeof QueryView>;

/** The paper that an organisation sent, attached by who fills in its form for it. */
export const OriginalView = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  uploadedBy: z.string(),
  uploadedAt: Instant,
});
export type OriginalView = z.infer<typeof OriginalView>;

/** A file of one cell. */
export const AttachmentView = OriginalView.extend({ address: CellAddress });
export type AttachmentView = z.infer<typeof AttachmentView>;

/** Values that are stored in fields which the form no longer has; none of them is lost, and none is checked. */
const OrphanedField = z.object({ field: z.string(), title: z.string(), values: z.array(z.string()) });

export const CaseView = CaseSummary.extend({
  workflowVersion: z.uuid(),
  formVersion: z.uuid(),
  description: z.string().nullable(),
  stateHelp: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  dataFrom: z.enum(['draft', 'submission', 'defaults']),
  draft: z.object({ rev: z.int(), savedAt: Instant, savedBy: z.string() }).nullable(),
  /** Only where the form is another one than when `data` were written: what it has no place for. */
  formChange: z.object({ orphaned: z.array(OrphanedField) }).optional(),
  read: Reach,
  write: Reach,
  remark: Reach,
  /** JSON Pointers of values that are shown masked. */
  masked: z.array(z.string()),
  mayReveal: z.boolean(),
  actions: z.array(AvailableAction),
  deadlines: z.array(
    z.object({
      key: Key,
      title: z.string(),
      due: Instant,
      graceUntil: Instant.nullable(),
      extended: z.boolean(),
      mayExtend: z.boolean(),
      extendUntil: Instant.nullable(),
    }),
  ),
  tasks: z.array(
    z.object({
      key: Key,
      title: z.string(),
      assignee: z.string().nullable(),
      mine: z.boolean(),
      mayClaim: z.boolean(),
    }),
  ),
  queries: z.array(QueryView),
  attachments: z.array(AttachmentView),
  originals: z.array(OriginalView),
  /** Only where the workflow gathers, and the person may read that. */
  gathered: GatheredCases.optional(),
  mayExempt: z.boolean(),
  mayLiftExemption: z.boolean(),
  mayFillByProxy: z.boolean(),
  /** Names that expressions know and the browser needs to compute as one types. */
  facts: z.object({
    org: z.record(z.string(), z.unknown()).nullable(),
    period: z.record(z.string(), z.unknown()).nullable(),
    due: z.string().nullable(),
    today: z.string(),
    params: z.record(z.string(), z.unknown()),
    previous: z.record(z.string(), z.unknown()).nullable(),
    userName: z.string(),
  }),
});
export type CaseView = z.infer<typeof CaseView>;

export const SaveDraft = z.strictObject({ rev: z.int().min(0), data: z.record(z.string(), z.unknown()) });
export type SaveDraft = z.infer<typeof SaveDraft>;
export const SavedDraft = z.object({ rev: z.int(), savedAt: Instant });
export type SavedDraft = z.infer<typeof SavedDraft>;

/** One action of a person. Sent with the header `idempotency-key` (a UUID): the same key with the same body answers the same. */
export const TakeAction = z.strictObject({
  action: Key,
  lockVersion: z.int().min(0),
  comment: z.string().max(2000).optional(),
  reasons: z.array(Key).max(20).optional(),
  /** What is submitted; without it the stored draft is. */
  data: z.record(z.string(), z.unknown()).optional(),
  /** The person acts for the organisation (it mailed or faxed its paper). */
  proxy: z.boolean().optional(),
  /** Warnings that the person has seen and accepts. */
  accepted: z.boolean().optional(),
});
export type TakeAction = z.infer<typeof TakeAction>;

export const ActionResult = z.object({
  id: z.uuid(),
  state: Key,
  stateTitle: z.string(),
  status: z.enum(CASE_STATUSES),
  lockVersion: z.int(),
  submission: z.int(),
  late: z.boolean(),
  inGrace: z.boolean(),
  warnings: z.array(z.string()),
  at: Instant,
});
export type ActionResult = z.infer<typeof ActionResult>;

export const Extend = z.strictObject({ deadline: Key, to: z.iso.date(), reason: z.string().trim().max(2000) });
export type Extend = z.infer<typeof Extend>;
export const Exempt = z.strictObject({ reason: z.string().trim().min(1).max(2000) });
export type Exempt = z.infer<typeof Exempt>;

/** Who is to be urged: at most 2,000 cases at once, with words of one's own beside those of the product. */
export const ChaseCases = z.strictObject({
  cases: z.array(z.uuid()).min(1).max(2000),
  text: z.string().trim().max(500).optional(),
});
export type ChaseCases = z.infer<typeof ChaseCases>;
/** `not-owing`: reported meanwhile, exempt, or not open. `not-yours`: none that the person may urge. */
export const Chased = z.object({
  told: z.int(),
  cases: z.array(z.object({ case: z.uuid(), outcome: z.enum(['told', 'not-owing', 'not-yours']) })),
});
export type Chased = z.infer<typeof Chased>;
export const OpenQuery = z.strictObject({ address: CellAddress, text: z.string().trim().min(1).max(2000) });
export type OpenQuery = z.infer<typeof OpenQuery>;
export const QueryReference = z.object({ id: z.uuid() });
export type QueryReference = z.infer<typeof QueryReference>;
export const AnswerQuery = z.strictObject({ text: z.string().trim().min(1).max(2000) });
export type AnswerQuery = z.infer<typeof AnswerQuery>;
export const Reveal = z.strictObject({ reason: z.string().trim().min(2).max(500) });
export type Reveal = z.infer<typeof Reveal>;

export const RevealedData = z.object({ data: z.record(z.string(), z.unknown()) });
export type RevealedData = z.infer<typeof RevealedData>;

export const DifferenceQuery = z.object({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) });
export type DifferenceQuery = z.infer<typeof DifferenceQuery>;

export const SubmissionView = z.object({
  n: z.int(),
  /** Empty where the workflow itself set a value. */
  savedBy: z.string(),
  savedAt: Instant,
  zero: z.boolean(),
  formVersion: z.uuid(),
  data: z.record(z.string(), z.unknown()),
  masked: z.array(z.string()),
});
export type SubmissionView = z.infer<typeof SubmissionView>;
export const SubmissionRow = SubmissionView.omit({ data: true, masked: true });
export type SubmissionRow = z.infer<typeof SubmissionRow>;

/** The difference between two versions; rows are matched by their id, never by position. */
export const Change = z.object({
  address: z.object({ field: z.string(), roster: z.string().optional(), row: z.string().optional() }),
  kind: z.enum(['added', 'removed', 'changed', 'row-added', 'row-removed']),
  before: z.unknown(),
  after: z.unknown(),
});
export type Change = z.infer<typeof Change>;

export const EventView = z.object({
  seq: z.int(),
  type: z.string(),
  title: z.string(),
  action: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  by: z.string().nullable(),
  role: z.string().nullable(),
  onBehalfOf: z.string().nullable(),
  comment: z.string().nullable(),
  reasons: z.array(z.string()),
  at: Instant,
  hash: z.string(),
});
export type EventView = z.infer<typeof EventView>;

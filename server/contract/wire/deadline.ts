import { z } from 'zod';
import { Day, Duration } from '../duration.ts';
import { Key } from '../key.ts';
import { FindingView } from './design.ts';

/** Deadlines of a programme, over all its workflows: what the rules say, when cases are really due, and changing both. */

const Instant = z.iso.datetime();
const PeriodKey = z.string().min(1).max(63);

/**
 * When something is due by one rule. `day`: on a day. `period`: when the period says, but for the periods in `moved`.
 * `length`: so long after entering the state (or after `from`). `expression`: as `at` says.
 */
export const DueRuleView = z.object({
  /** For whom: one kind of organisation; null is everybody else. */
  kind: Key.nullable(),
  kindTitle: z.string().nullable(),
  way: z.enum(['day', 'period', 'length', 'expression']),
  on: z.string().nullable(),
  time: z.string().nullable(),
  within: z.string().nullable(),
  from: z.string().nullable(),
  at: z.string().nullable(),
  moved: z.record(z.string(), z.string()),
});
export type DueRuleView = z.infer<typeof DueRuleView>;

export const PeriodView = z.object({
  key: z.string(),
  title: z.string(),
  from: z.string(),
  to: z.string(),
  due: z.string(),
  /** The kinds of organisations that have this period; empty: all. */
  kinds: z.array(Key),
});
export type PeriodView = z.infer<typeof PeriodView>;

export const DeadlineView = z.object({
  workflow: Key,
  workflowTitle: z.string(),
  key: Key,
  title: z.string(),
  rules: z.array(DueRuleView),
  remind: z.array(z.string()),
  grace: z.string().nullable(),
  blocks: z.boolean(),
  /** How one organisation gets more time; null where nobody may grant it. */
  extension: z.object({ max: z.string().nullable(), reason: z.enum(['required', 'optional']) }).nullable(),
  periods: z.array(PeriodView),
  /** The kinds of organisations that have to keep it. */
  kinds: z.array(z.object({ key: Key, title: z.string() })),
});
export type DeadlineView = z.infer<typeof DeadlineView>;

/** Where a case stands with one due date. `late` and `overdue`: sent after it, and not sent although it is past. */
export const DueStanding = z.enum(['upcoming', 'waiting', 'overdue', 'reported', 'late']);
export type DueStanding = z.infer<typeof DueStanding>;

/** One case with a due date. The organisation is null for cases of the programme as a whole. */
export const DueCase = z.object({
  case: z.uuid(),
  organisation: z.uuid().nullable(),
  title: z.string(),
  kinds: z.array(Key),
  standing: DueStanding,
  isExtended: z.boolean(),
});
export type DueCase = z.infer<typeof DueCase>;

/** Cases that are due at the same moment by the same deadline. At most 500 are named; `counts` has all. */
export const DueDate = z.object({
  workflow: Key,
  deadline: Key,
  title: z.string(),
  period: z.string().nullable(),
  periodTitle: z.string().nullable(),
  /** The instant after which it is late: a day ends where the next begins. */
  due: Instant,
  counts: z.record(DueStanding, z.int()),
  cases: z.array(DueCase),
});
export type DueDate = z.infer<typeof DueDate>;

export const ExtensionView = z.object({
  id: z.uuid(),
  workflow: Key,
  deadline: Key,
  period: z.string().nullable(),
  organisation: z.uuid().nullable(),
  title: z.string(),
  due: Instant,
  reason: z.string(),
  by: z.string(),
  at: Instant,
});
export type ExtensionView = z.infer<typeof ExtensionView>;

/** POST .../deadlines/extensions/:id/revoke: why the time is taken back. */
export const RevokeExtension = z.strictObject({ reason: z.string().trim().min(2).max(500) });
export type RevokeExtension = z.infer<typeof RevokeExtension>;

/** GET /api/programmes/:programme/deadlines */
export const DeadlinesView = z.object({
  programme: Key,
  now: Instant,
  zone: z.string(),
  deadlines: z.array(DeadlineView),
  dates: z.array(DueDate),
  extensions: z.array(ExtensionView),
});
export type DeadlinesView = z.infer<typeof DeadlinesView>;

/**
 * POST .../deadlines/preview: which deadline moves, for whom, in which period (in all where it is left out), to where: a
 * day, so many days later (negative: earlier), or another length of time where the rule is one.
 */
export const MoveDeadline = z.strictObject({
  workflow: Key,
  deadline: Key,
  period: PeriodKey.optional(),
  scope: z.union([
    z.strictObject({ all: z.literal(true) }),
    z.strictObject({ kind: Key }),
    z.strictObject({ organisation: z.uuid() }),
  ]),
  to: z.union([
    z.strictObject({ due: Day }),
    z.strictObject({ days: z.int().min(-366).max(366) }),
    z.strictObject({ within: Duration }),
  ]),
});
export type MoveDeadline = z.infer<typeof MoveDeadline>;

/** What becomes of one case. `on-time` and `overdue`: what it was not before. */
export const MovedCase = z.object({
  case: z.uuid(),
  organisation: z.uuid().nullable(),
  title: z.string(),
  period: z.string().nullable(),
  before: Instant,
  after: Instant,
  turns: z.enum(['on-time', 'overdue']).nullable(),
});
export type MovedCase = z.infer<typeof MovedCase>;

export const DeadlinePreview = z.object({
  /** Fingerprint of the rules and cases that this is told of. */
  token: z.string(),
  rows: z.array(MovedCase),
  counts: z.object({
    moved: z.int(),
    onTime: z.int(),
    overdue: z.int(),
    /** Reported before; judged late then or not, it stays so. */
    reported: z.int(),
    reportedLate: z.int(),
    /** Have a date of their own, which stays. */
    extended: z.int(),
  }),
  /** Why it cannot be done for some organisations; then it is done for none. */
  refusals: z.array(z.object({ title: z.string(), message: z.string() })),
  findings: z.array(FindingView),
  /** Titles of scenarios whose dates go along. */
  scenarios: z.array(z.string()),
});
export type DeadlinePreview = z.infer<typeof DeadlinePreview>;

/** POST .../deadlines/change: what the preview told, with its token. */
export const ChangeDeadline = MoveDeadline.extend({
  token: z.string(),
  reason: z.string().trim().min(2).max(1000),
}).strict();
export type ChangeDeadline = z.infer<typeof ChangeDeadline>;

export const DeadlineChanged = z.object({
  /** Number of the workflow's new version; null where one organisation got more time. */
  version: z.int().nullable(),
  moved: z.int(),
});
export type DeadlineChanged = z.infer<typeof DeadlineChanged>;

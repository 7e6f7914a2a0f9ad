import { z } from 'zod';
import { Key } from '../key.ts';
import { ElectionId, ElectionStatus } from './ballot.ts';

/** Elections as those who run them see and steer them, under /api/programmes/:programme/elections. */

/** What two people do: one proposes it, another confirms it. */
const CONTEST_ACTIONS = ['seal', 'open', 'extend', 'certify', 'void'] as const;
export const ContestAction = z.enum(CONTEST_ACTIONS);
export type ContestAction = z.infer<typeof ContestAction>;

export const ProposedAction = z.object({
  id: z.uuid(),
  action: ContestAction,
  detail: z.record(z.string(), z.unknown()),
  by: z.string(),
  isMine: z.boolean(),
  at: z.iso.datetime(),
});
export type ProposedAction = z.infer<typeof ProposedAction>;

/** GET …/:election */
export const ContestView = z.object({
  id: ElectionId,
  title: z.string(),
  status: ElectionStatus,
  opens: z.iso.datetime(),
  closes: z.iso.datetime(),
  head0: z.string().nullable(),
  batches: z.array(z.object({ batch: z.string(), codes: z.int() })),
  waiting: ProposedAction.nullable(),
});
export type ContestView = z.infer<typeof ContestView>;

/** POST …: the election that a ballot of a case's workflow asks for. */
export const PlanElection = z.strictObject({ case: z.uuid(), ballot: Key });
export type PlanElection = z.infer<typeof PlanElection>;

/** POST …/:election/actions */
export const ProposeAction = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('seal') }),
  z.strictObject({ action: z.literal('open') }),
  z.strictObject({ action: z.literal('extend'), to: z.iso.datetime() }),
  z.strictObject({ action: z.literal('certify') }),
  z.strictObject({ action: z.literal('void'), reason: z.string().min(1).max(2000) }),
]);
export type ProposeAction = z.infer<typeof ProposeAction>;

/** POST …/:election/codes. At most so many at once, so that a sheet can be printed from one answer. */
export const IssueCodes = z.strictObject({
  batch: z.string().regex(/^[a-z0-9_-]{1,40}$/),
  count: z.int().min(1).max(2000),
});
export type IssueCodes = z.infer<typeof IssueCodes>;

/** Codes in clear, told this once; the slip's number is the beginning of its commitment and says nothing of the code. */
export const IssuedCodes = z.object({ codes: z.array(z.object({ code: z.string(), slip: z.string() })) });
export type IssuedCodes = z.infer<typeof IssuedCodes>;

/** POST …/:election/revocations: by the code itself, or by the number of its slip. */
export const RevokeCode = z.strictObject({
  code: z.string().max(200).optional(),
  slip: z
    .string()
    .regex(/^[0-9a-f]{12,64}$/)
    .optional(),
  replace: z.boolean(),
});
export type RevokeCode = z.infer<typeof RevokeCode>;

/** POST …/:election/seed: the public half of the lot's seed, drawn after closing. */
export const PublicSeed = z.strictObject({ seed: z.string().trim().min(1).max(200) });
export type PublicSeed = z.infer<typeof PublicSeed>;

const Decimal = z.string().regex(/^\d{1,12}(\.\d{1,9})?$/, 'a number such as 87.25');

/** POST …/:election/tallies: a count, with what it takes beside the ballots. */
export const OrderCount = z.strictObject({
  sources: z.record(z.string().max(130), z.record(ElectionId, Decimal)).default({}),
  withdrawn: z.array(ElectionId).max(1000).default([]),
  decisions: z.array(z.array(ElectionId).min(2).max(1000)).max(100).default([]),
});
export type OrderCount = z.infer<typeof OrderCount>;

export const TallyView = z.object({ n: z.int(), at: z.iso.datetime(), result: z.record(z.string(), z.unknown()) });
export type TallyView = z.infer<typeof TallyView>;

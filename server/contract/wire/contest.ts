import { z } from 'zod';
import { Key } from '../key.ts';
import { ElectionId, ElectionStatus } from './ballot.ts';
import { ContestRules } from './contest-rules.ts';

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

/** What two people did with an election. */
const DoneAction = z.object({
  action: ContestAction,
  detail: z.record(z.string(), z.unknown()),
  by: z.string(),
  confirmedBy: z.string(),
  at: z.iso.datetime(),
});
export type DoneAction = z.infer<typeof DoneAction>;

/** GET …/:election. Nothing in it changes with what is voted. */
export const ContestView = z.object({
  id: ElectionId,
  title: z.string(),
  channel: z.enum(['codes', 'accounts', 'open', 'jury']),
  status: ElectionStatus,
  opens: z.iso.datetime(),
  /** The end that counts, an extension included. */
  closes: z.iso.datetime(),
  isExtended: z.boolean(),
  head0: z.string().nullable(),
  /** The sealed rules; of a draft those that would be sealed. */
  rules: ContestRules,
  candidates: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** Title of the organisation that sent it in, where it came from one. */
      organisation: z.string().optional(),
      groups: z.record(z.string(), z.string()),
    }),
  ),
  batches: z.array(z.object({ batch: z.string(), codes: z.int() })),
  waiting: ProposedAction.nullable(),
  done: z.array(DoneAction),
  publicSeed: z.string().nullable(),
});
export type ContestView = z.infer<typeof ContestView>;

/** GET …/:election/setting: what stands around an election, in words. */
export const ContestSetting = z.object({
  programme: z.string(),
  currency: z.string().nullable(),
  /** The case that it is held for; null where it was made without one. */
  case: z.object({ id: z.uuid(), title: z.string(), state: z.string(), isVoting: z.boolean() }).nullable(),
  /** What entries are grouped by, in words, by the key that rules use. */
  groups: z.record(z.string(), z.string()),
  /** Titles of judges' marks, by source. */
  marks: z.record(z.string(), z.string()),
  /** People who may confirm what somebody else proposed. */
  organisers: z.array(z.string()),
  canMail: z.boolean(),
});
export type ContestSetting = z.infer<typeof ContestSetting>;

/** GET /api/contests: elections of the person's programmes, and ballots of cases that have no election yet. */
export const ContestList = z.object({
  elections: z.array(
    ContestView.pick({ id: true, title: true, status: true, opens: true, closes: true, waiting: true }).extend({
      programme: Key,
      programmeTitle: z.string(),
    }),
  ),
  ready: z.array(
    z.object({
      programme: Key,
      programmeTitle: z.string(),
      case: z.uuid(),
      caseTitle: z.string(),
      /** Null where judges' marks alone decide. */
      ballot: Key.nullable(),
      ballotTitle: z.string(),
      state: z.string(),
    }),
  ),
});
export type ContestList = z.infer<typeof ContestList>;

/** GET …/:election/clock: the clock that opens and closes elections. */
export const ContestClock = z.object({ now: z.iso.datetime() });

/** GET …/:election/flags: what stands out, in aggregates alone. */
export const ContestFlag = z.object({
  id: z.uuid(),
  kind: z.string(),
  batch: z.string(),
  /** The ten minutes that begin here. */
  from: z.iso.datetime(),
  /** So many of the batch's codes were used out of one network. */
  used: z.int(),
  codes: z.int(),
  decision: z.string().nullable(),
  decidedBy: z.string().nullable(),
});
export type ContestFlag = z.infer<typeof ContestFlag>;

/** POST …/:election/flags/:flag: what was found out, told once. */
export const DecideFlag = z.strictObject({ decision: z.string().trim().min(2).max(2000) });
export type DecideFlag = z.infer<typeof DecideFlag>;

/** POST …: the election that a ballot of a case's workflow asks for; without a ballot the contest of its judges. */
export const PlanElection = z.strictObject({ case: z.uuid(), ballot: Key.optional() });
export type PlanElection = z.infer<typeof PlanElection>;

/** PUT …/:election/window: other times than the definition names, before the election is sealed. */
export const ElectionWindow = z
  .strictObject({ opens: z.iso.datetime(), closes: z.iso.datetime() })
  .refine(({ opens, closes }) => opens < closes, { path: ['closes'], error: 'the end is after the beginning' });
export type ElectionWindow = z.infer<typeof ElectionWindow>;

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

import { z } from 'zod';
import { ElectionId } from './ballot.ts';

/** What a count of an election came to; the same members as `result.json` of its bundle that people look at. */

const Share = z.record(z.string(), z.string());

const RESULT_STATUSES = ['done', 'no-quorum', 'empty', 'tie', 'over-budget'] as const;

export const TallyResult = z.object({
  status: z.enum(RESULT_STATUSES),
  /** Votes by entry. */
  votes: z.record(z.string(), z.int()),
  ballots: z.int(),
  blank: z.int(),
  electorate: z.int(),
  quorum: z.boolean(),
  /** Exact fractions, `7/2`, or whole numbers, by entry. */
  scores: Share,
  /** Other sources than the ballots, by name, by entry. */
  sources: z.record(z.string(), Share),
  /** Best first; entries that stand alike share a place. */
  ranking: z.array(z.array(z.string())),
  /** Ties that were broken, each in the order that it was broken to. */
  lots: z.array(z.array(z.string())),
  decisions: z.array(z.array(z.string())),
  withdrawn: z.array(z.string()),
  awards: z.array(z.object({ entry: z.string(), place: z.string() })),
  vacant: z.array(z.object({ place: z.string(), group: z.string().nullable(), count: z.int() })),
  open: z.object({ place: z.string(), entries: z.array(z.string()), seats: z.int() }).nullable(),
  used: z.object({ count: z.int(), digest: z.string() }),
  revoked: z.object({ count: z.int(), digest: z.string() }),
  /** Of an open vote: everything that was cast, and how much of it was set apart for which limit. */
  raw: z.object({ votes: z.record(z.string(), z.int()), ballots: z.int(), blank: z.int() }).optional(),
  quarantined: z.object({ count: z.int(), digest: z.string(), reasons: z.record(z.string(), z.int()) }).optional(),
});
export type TallyResult = z.infer<typeof TallyResult>;

const Decimal = z.string().regex(/^\d{1,12}(\.\d{1,9})?$/, 'a number such as 87.25');

/** POST …/:election/tallies: a count, with what it takes beside the ballots. */
export const OrderCount = z.strictObject({
  sources: z.record(z.string().max(130), z.record(ElectionId, Decimal)).default({}),
  withdrawn: z.array(ElectionId).max(1000).default([]),
  decisions: z.array(z.array(ElectionId).min(2).max(1000)).max(100).default([]),
});
export type OrderCount = z.infer<typeof OrderCount>;

export const TallyView = z.object({ n: z.int(), at: z.iso.datetime(), by: z.string(), result: TallyResult });
export type TallyView = z.infer<typeof TallyView>;

import { z } from 'zod';
import { ElectionId } from './ballot.ts';

/** The ranking of a case that a jury judges without any ballot, under /api/cases/:id/rankings. */

/** POST …/rankings: a count; another one is a recount, and the former stays. */
export const OrderRanking = z.strictObject({
  withdrawn: z.array(ElectionId).max(1000).default([]),
  decisions: z.array(z.array(ElectionId).min(2).max(1000)).max(100).default([]),
  /** The lot's seed, drawn in public; given with the first count that needs it, and never another. */
  seed: z.string().trim().min(1).max(200).optional(),
});
export type OrderRanking = z.infer<typeof OrderRanking>;

const RankingTally = z.object({
  n: z.int(),
  at: z.iso.datetime(),
  by: z.string(),
  result: z.record(z.string(), z.unknown()),
});

/** GET …/rankings */
export const RankingsView = z.object({
  /** Whether the person may count. */
  mayCount: z.boolean(),
  /** Whether a lot tells ties apart, so that a seed is needed. */
  hasLot: z.boolean(),
  seed: z.string().nullable(),
  entries: z.record(z.string(), z.string()),
  tallies: z.array(RankingTally),
});
export type RankingsView = z.infer<typeof RankingsView>;

import { z } from 'zod';
import { Electorate } from '../definition/contest.ts';

/** The rules of an election as they are sealed, for reading. Amounts and shares are exact decimals as text. */

const Tie = z.union([
  z.object({ criterion: z.int(), order: z.enum(['asc', 'desc']) }),
  z.object({ lot: z.literal(true) }),
  z.object({ committee: z.literal(true) }),
]);

const Score = z.object({
  source: z.string(),
  scale: z.string(),
  weight: z.string(),
  within: z.string().optional(),
  round: z.int().optional(),
  bands: z.array(z.object({ to: z.int(), points: z.string() })).optional(),
});

const Place = z.object({
  key: z.string(),
  title: z.string(),
  count: z.int(),
  value: z.string().optional(),
  by: z.string().optional(),
  from: z.string().optional(),
});

export const ContestRules = z.object({
  source: z.string(),
  choose: z.object({
    min: z.int(),
    max: z.int(),
    spread: z.object({ by: z.string(), min: z.int() }).optional(),
    blank: z.boolean(),
  }),
  quorum: z.object({ used: z.int().optional(), share: z.string().optional() }),
  score: z.array(Score),
  ties: z.array(Tie),
  places: z.array(Place),
  unfilled: z.enum(['stay', 'move']),
  budget: z.string().optional(),
  electorate: Electorate.optional(),
});
export type ContestRules = z.infer<typeof ContestRules>;

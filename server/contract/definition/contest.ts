import { z } from 'zod';
import { Key } from '../key.ts';
import { LocalText } from '../text.ts';
import { Expression, LocalTime } from '../duration.ts';

/** Votes on the rows of a case's form, what they are ranked by, and the places that are filled from the ranking. */

/** Written as it is meant: exact to the ninth place after the point. */
const Amount = z.number().min(0).max(1_000_000_000);

const Number = z.union([z.int().min(0).max(1000), Expression]);

/** So many votes in a time; what goes beyond is taken, set apart, and told with its reason. */
const VoteLimit = z.strictObject({
  per: z.enum(['device', 'address', 'all']),
  window: z.enum(['total', 'day', 'hour']).optional(),
  max: z.int().min(1).max(1_000_000),
});
export type VoteLimit = z.infer<typeof VoteLimit>;

/** Who may vote. `roles` stands with `accounts` alone, `limit` with `open` alone. */
export const Electorate = z.strictObject({
  kind: z.enum(['codes', 'accounts', 'open']),
  roles: z.array(Key).min(1).max(20).optional(),
  limit: z.array(VoteLimit).min(1).max(6).optional(),
});

export const Ballot = z.strictObject({
  title: LocalText.optional(),
  /** The roster whose rows stand for election, or the name of what is gathered. */
  options: Key,
  /** The field of an entry that names it to voters. */
  show: Key,
  /** The field whose text stands beside the name. */
  text: Key.optional(),
  /** The field whose pictures stand beside the name. */
  picture: Key.optional(),
  /** Every voter sees the entries in an order of his own, unless this is false. */
  shuffle: z.boolean().optional(),
  electorate: Electorate,
  during: Key,
  opens: LocalTime,
  closes: LocalTime,
  choose: z.strictObject({
    min: Number.optional(),
    max: Number,
    spread: z.strictObject({ by: Key, min: z.int().min(2).max(100) }).optional(),
    blank: z.boolean().optional(),
  }),
  results: z.enum(['sealed']).optional(),
  quorum: z
    .strictObject({ used: z.int().min(1).max(1_000_000).optional(), share: z.number().min(0).max(1).optional() })
    .optional(),
});
export type Ballot = z.infer<typeof Ballot>;

const SCALES = ['votes', 'share_of_max', 'share_of_total', 'rank_bands'] as const;

const SOURCE = /^(ballots|marks)\.[a-z][a-z0-9_]{0,62}$/;

const Score = z.strictObject({
  source: z.string().max(80).regex(SOURCE, 'a source such as ballots.popular or marks.jury'),
  scale: z.enum(SCALES),
  weight: Amount,
  within: Key.optional(),
  round: z.int().min(0).max(6).optional(),
  bands: z
    .array(z.strictObject({ to: z.int().min(1).max(10_000), points: Amount }))
    .min(1)
    .max(100)
    .optional(),
});

const Tie = z.union([
  z.strictObject({ expr: Expression, order: z.enum(['asc', 'desc']) }),
  z.strictObject({ lot: z.literal(true) }),
  z.strictObject({ committee: Key }),
]);

export const Ranking = z.strictObject({
  score: z.array(Score).min(1).max(20),
  ties: z.array(Tie).max(20).optional(),
});
export type Ranking = z.infer<typeof Ranking>;

export const Place = z.strictObject({
  key: Key,
  title: LocalText,
  count: z.int().min(1).max(10_000),
  value: Amount.optional(),
  by: Key.optional(),
  from: Key.optional(),
  /** What the certificate says, with words in braces such as `{entry}`. */
  certificate: LocalText.optional(),
});
export type Place = z.infer<typeof Place>;

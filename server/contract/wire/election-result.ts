import { z } from 'zod';
import { ElectionId } from './ballot.ts';
import { TallyResult } from './contest-tally.ts';

/** GET /api/elections/:election/result: what was counted, for everybody. There is none before an election is closed and counted. */

const Hex256 = z.string().regex(/^[0-9a-f]{64}$/);

/** `result.json` of the bundle, as far as people look at it. */
const CountedResult = TallyResult.extend({
  /** The end that counted, where it was moved. */
  extendedTo: z.iso.datetime().nullable(),
});

export const ElectionResult = z.object({
  election: ElectionId,
  title: z.string(),
  channel: z.enum(['codes', 'accounts', 'open', 'jury']),
  /** How many people drew their code; null where codes were not drawn. */
  drawn: z.int().nullable(),
  /** The sealed limits of an open vote. */
  limits: z.array(z.object({ per: z.string(), window: z.string(), max: z.int() })),
  /** Until two people have certified a count it is open to objections. */
  standing: z.enum(['provisional', 'certified']),
  /** A recount is another number. */
  n: z.int(),
  at: z.iso.datetime(),
  candidates: z.array(z.object({ id: z.string(), title: z.string() })),
  places: z.array(z.object({ key: z.string(), title: z.string(), value: z.string().nullable() })),
  result: CountedResult,
  lot: z.object({
    commitment: Hex256,
    secretSeed: z.string(),
    publicSeed: z.string(),
    keys: z.record(z.string(), Hex256),
  }),
  /** Batches of fewer than ten codes stand together, under an empty name. */
  batches: z.array(z.object({ batch: z.string(), issued: z.int(), used: z.int() })),
});
export type ElectionResult = z.infer<typeof ElectionResult>;

import { z } from 'zod';

/** A case that another one gathers, as whoever reads that one sees it. */
const GatheredCase = z.object({
  id: z.uuid(),
  /** What stands on the ballot; null where there is none. */
  title: z.string().nullable(),
  organisation: z.string().nullable(),
  period: z.string().nullable(),
  stateTitle: z.string(),
  /** The case itself may be opened. */
  mayOpen: z.boolean(),
});

/** What a case gathers: as things stand now, or as it was frozen at its submission. */
export const GatheredCases = z.object({
  title: z.string(),
  frozen: z.boolean(),
  /** All of them; at most the first 200 are listed. */
  total: z.int(),
  cases: z.array(GatheredCase),
});
export type GatheredCases = z.infer<typeof GatheredCases>;

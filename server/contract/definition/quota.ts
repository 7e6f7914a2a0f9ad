import { z } from 'zod';
import { Expression } from '../duration.ts';
import { Key } from '../key.ts';
import { LocalText } from '../text.ts';

/** What parts cases into groups, each with a limit of its own: every part named here. */
const Part = z.union([z.enum(['organisation', 'programme', 'kind']), z.strictObject({ attribute: Key })]);

/**
 * A limit over the cases of a workflow. Those count that were sent, not taken back, and did not end in failure or void:
 * each as one (`count`), or with a number that it publishes (`sum`).
 */
export const Quota = z.strictObject({
  count: z.literal(true).optional(),
  sum: Key.optional(),
  where: Expression.optional(),
  by: z.array(Part).min(1).max(4),
  window: z.enum(['year', 'period', 'all']).optional(),
  max: z.union([z.number().min(0).max(1_000_000_000), Expression]),
  /** `refuse` (default): what would go beyond is not taken. `mark`: it is taken and marked with the quota's key. */
  on_exceed: z.enum(['refuse', 'mark']).optional(),
  message: LocalText,
});
export type Quota = z.infer<typeof Quota>;

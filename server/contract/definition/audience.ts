import { z } from 'zod';
import { Expression } from '../duration.ts';
import { Key } from '../key.ts';

/** Which organisations owe a case: those with one of these kinds for which the expression holds. */
export const Audience = z.strictObject({
  kinds: z.array(Key).min(1).optional(),
  where: Expression.optional(),
});

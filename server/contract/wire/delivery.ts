import { z } from 'zod';

/** Codes that are mailed to single people, under /api/programmes/:programme/elections/:election/deliveries. */

const Batch = z.string().regex(/^[a-z0-9_-]{1,40}$/, 'small letters, digits, - and _, at most 40');

/** At most so many recipients at once. */
const MOST_RECIPIENTS = 2_000;

/** POST …/deliveries: people who are to be sent a code. Nobody is sent two. */
export const AddRecipients = z.strictObject({
  batch: Batch,
  recipients: z.array(z.email().max(200)).min(1).max(MOST_RECIPIENTS),
});
export type AddRecipients = z.infer<typeof AddRecipients>;

const DELIVERY_STATES = ['waiting', 'sent', 'refused'] as const;

/** GET …/deliveries: how far it is, by batch, and whose address was refused. */
export const DeliveryView = z.object({
  batches: z.array(z.object({ batch: z.string(), waiting: z.int(), sent: z.int(), refused: z.int() })),
  refused: z.array(z.object({ recipient: z.string(), batch: z.string() })),
});
export type DeliveryView = z.infer<typeof DeliveryView>;

/** POST …/deliveries/next: a few letters more. `sent` 0 with some waiting means that the mail server takes none now. */
export const DeliveryStep = z.object({ sent: z.int(), refused: z.int(), waiting: z.int() });
export type DeliveryStep = z.infer<typeof DeliveryStep>;

/** DELETE …/deliveries: takes out who was not sent a code. */
export const DropRecipients = z.strictObject({ state: z.enum(DELIVERY_STATES).exclude(['sent']) });
export type DropRecipients = z.infer<typeof DropRecipients>;

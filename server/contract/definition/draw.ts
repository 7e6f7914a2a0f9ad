import { z } from 'zod';
import { LocalText } from '../text.ts';
import { Expression } from '../duration.ts';

/** What happens to an entry that the rest of the money does not pay: the next one is drawn, the draw ends, or it is the last one. */
const OVERSPEND = ['skip', 'stop', 'last'] as const;

/** Another way to choose among entries than places: tickets are drawn one after the other, as far as the money goes. */
export const Draw = z.strictObject({
  /** Tickets of an entry, a whole number. */
  weight: Expression,
  cost: Expression,
  budget: Expression,
  overspend: z.enum(OVERSPEND),
  /** Which public value is drawn as the seed after closing. */
  seed: LocalText.optional(),
});
export type Draw = z.infer<typeof Draw>;

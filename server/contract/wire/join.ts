import { z } from 'zod';
import { Key } from '../key.ts';

/** Sign-ups of people without an account. */

/** Twelve letters and digits that are not mistaken for each other, in groups of four. */
const ReceiptNumber = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[2-9A-HJ-NP-Z]{4}-?[2-9A-HJ-NP-Z]{4}-?[2-9A-HJ-NP-Z]{4}$/, 'a receipt number such as 7KQM-2XPA-9RTD');

/** What the page of a sign-up shows. `model` is what the rules of the form take in the browser. */
export const JoinView = z.object({
  programme: Key,
  programmeTitle: z.string(),
  workflow: Key,
  title: z.string(),
  description: z.string().nullable(),
  action: z.string(),
  privacy: z.object({ version: z.string(), text: z.string() }),
  /** Why nobody may sign up now, in words; null where one may. */
  closed: z.string().nullable(),
  model: z.record(z.string(), z.unknown()),
});
export type JoinView = z.infer<typeof JoinView>;

export const JoinOrganisations = z.object({
  rows: z.array(z.object({ id: z.uuid(), title: z.string() })),
  /** There are more than are listed; a word finds them. */
  hasMore: z.boolean(),
});
export type JoinOrganisations = z.infer<typeof JoinOrganisations>;

export const JoinQuery = z.object({ q: z.string().trim().max(100).optional() });
export type JoinQuery = z.infer<typeof JoinQuery>;

export const SignUp = z.strictObject({
  organisation: z.uuid(),
  /** The version of the privacy notice that was read and accepted. */
  privacy: z.string().min(1).max(40),
  data: z.record(z.string(), z.unknown()),
  accepted: z.boolean().optional(),
  /** The receipt that this browser got before, if any. */
  receipt: ReceiptNumber.optional(),
});
export type SignUp = z.infer<typeof SignUp>;

export const SignUpReceipt = z.object({ receipt: z.string(), organisation: z.string(), at: z.iso.datetime() });
export type SignUpReceipt = z.infer<typeof SignUpReceipt>;

export const ReceiptQuestion = z.strictObject({ receipt: ReceiptNumber });
export type ReceiptQuestion = z.infer<typeof ReceiptQuestion>;

/** How a sign-up stands. Nothing that was entered is in it. */
export const ReceiptView = z.object({
  programmeTitle: z.string(),
  title: z.string(),
  organisation: z.string(),
  stateTitle: z.string(),
  final: z.enum(['success', 'failure', 'void']).nullable(),
  at: z.iso.datetime(),
});
export type ReceiptView = z.infer<typeof ReceiptView>;

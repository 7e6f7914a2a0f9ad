import { z } from 'zod';
import { Key } from '../key.ts';
import { PageQuery } from './page.ts';
import { MembershipView } from './session.ts';

const Account = z.string().regex(/^[A-Za-z0-9._@-]{2,60}$/, 'letters, digits and . _ @ - , 2 to 60 characters');

export const PersonQuery = PageQuery.extend({
  organisation: z.uuid().optional(),
  programme: Key.optional(),
  role: Key.optional(),
  active: z.enum(['yes', 'no']).optional(),
});
export type PersonQuery = z.infer<typeof PersonQuery>;

/** `phone` is masked; the whole number is told for a reason that is recorded. */
export const PersonView = z.object({
  id: z.uuid(),
  account: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  active: z.boolean(),
  locked: z.boolean(),
  mustChangePassword: z.boolean(),
  lastSignIn: z.iso.datetime().nullable(),
  memberships: z.array(MembershipView),
});
export type PersonView = z.infer<typeof PersonView>;

const Membership = z.strictObject({ programme: Key.nullable(), role: Key, organisation: z.uuid().nullable() });

export const SavePerson = z.strictObject({
  account: Account,
  name: z.string().trim().min(1).max(60),
  phone: z.string().max(30).nullable().optional(),
  active: z.boolean().optional(),
  memberships: z.array(Membership).max(50),
});
export type SavePerson = z.infer<typeof SavePerson>;

/** The one-time password is shown once, to the administrator who made it; its owner must set a new one. */
export const OneTimePassword = z.object({ account: z.string(), password: z.string() });
export type OneTimePassword = z.infer<typeof OneTimePassword>;

/** The whole number behind a masked one, told for a recorded reason. */
export const RevealedPhone = z.object({ phone: z.string().nullable() });
export type RevealedPhone = z.infer<typeof RevealedPhone>;

import { z } from 'zod';
import { Permission } from '../definition/programme.ts';
import { LocalTime } from '../duration.ts';

export const SignIn = z.strictObject({ account: z.string().min(1).max(60), password: z.string().min(1).max(200) });
export const ChangePassword = z.strictObject({ current: z.string().max(200), next: z.string().min(1).max(200) });
/** One of the accounts of a demonstration, without a password. */
export const SignInToDemonstration = z.strictObject({ account: z.string().min(1).max(60) });
/** The first administrator, made with the one-time link that the start printed. */
export const SetUp = z.strictObject({
  token: z.string().min(20).max(200),
  account: z.string().min(2).max(60),
  name: z.string().min(1).max(60),
  password: z.string().min(1).max(200),
});

/** A role held in one organisation for one programme; `programme: null` is the installation itself. */
export const MembershipView = z.object({
  id: z.uuid(),
  programme: z.string().nullable(),
  role: z.string(),
  roleTitle: z.string(),
  organisation: z.object({ id: z.uuid(), code: z.string(), title: z.string() }).nullable(),
});
export type MembershipView = z.infer<typeof MembershipView>;

/** Who is signed in and what this person may do at all. `csrf` goes into the header `x-csrf-token` of every change. */
export const SessionView = z.object({
  person: z.object({ id: z.uuid(), account: z.string(), name: z.string() }),
  memberships: z.array(MembershipView),
  permissions: z.array(Permission),
  mustChangePassword: z.boolean(),
  csrf: z.string(),
  expiresAt: z.iso.datetime(),
});
export type SessionView = z.infer<typeof SessionView>;

/** Moves the clock of a demonstration forward, to a time in its zone. */
export const MoveClock = z.strictObject({ to: LocalTime });
export type MoveClock = z.infer<typeof MoveClock>;

/** Where the clock stands now: short of the wanted time where not all that happens until then was done in time. `left` timers are due and not fired. */
export const MovedClock = z.object({ now: z.iso.datetime(), left: z.int() });
export type MovedClock = z.infer<typeof MovedClock>;

/** What the sign-in page needs before anybody is signed in. */
export const Installation = z.object({
  demonstration: z.boolean(),
  now: z.iso.datetime(),
  zone: z.string(),
  accounts: z.array(z.object({ account: z.string(), name: z.string(), title: z.string(), organisation: z.string() })),
  needsSetUp: z.boolean(),
  /** How far the demonstration has been played; null where there is none, or nothing left to play. */
  loading: z.object({ done: z.int(), of: z.int() }).nullable(),
});
export type Installation = z.infer<typeof Installation>;
export type SignIn = z.infer<typeof SignIn>;
export type ChangePassword = z.infer<typeof ChangePassword>;
export type SignInToDemonstration = z.infer<typeof SignInToDemonstration>;
export type SetUp = z.infer<typeof SetUp>;

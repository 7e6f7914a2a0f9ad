import { z } from 'zod';
import { Key } from '../key.ts';
import { REFUSAL_REASONS } from '../refusal.ts';

/** For whom a person may begin a case, and why not where it cannot be. `id` is null for the programme as a whole. */
const StartPlace = z.object({
  organisation: z.object({ id: z.uuid(), code: z.string(), title: z.string() }).nullable(),
  reason: z.enum(REFUSAL_REASONS).nullable(),
  /** In words, where there is a reason. */
  message: z.string().nullable(),
});

/** A workflow of which the person may begin cases. */
export const StartOffer = z.object({
  programme: Key,
  programmeTitle: z.string(),
  workflow: Key,
  title: z.string(),
  description: z.string().nullable(),
  places: z.array(StartPlace),
  /** There are more places than are listed; a word finds them. */
  hasMore: z.boolean(),
});
export type StartOffer = z.infer<typeof StartOffer>;

/** A page for sign-ups without an account, as those who manage the workflow hand it on. `path` leads from the site's root. */
export const SignUpLink = z.object({
  programme: Key,
  workflow: Key,
  title: z.string(),
  path: z.string(),
  /** Until when it is open; null where there is no end. */
  closes: z.iso.datetime().nullable(),
});
export type SignUpLink = z.infer<typeof SignUpLink>;

export const Starts = z.object({ offers: z.array(StartOffer), links: z.array(SignUpLink) });
export type Starts = z.infer<typeof Starts>;

export const StartsQuery = z.object({ q: z.string().trim().max(100).optional() });
export type StartsQuery = z.infer<typeof StartsQuery>;

/** Begins a case: for one of the organisations offered, or for the programme as a whole. */
export const BeginCase = z.strictObject({ programme: Key, workflow: Key, organisation: z.uuid().nullable() });
export type BeginCase = z.infer<typeof BeginCase>;

export const BegunCase = z.object({ id: z.uuid() });
export type BegunCase = z.infer<typeof BegunCase>;

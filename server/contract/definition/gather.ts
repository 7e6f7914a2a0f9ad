import { z } from 'zod';
import { Key } from '../key.ts';
import { Expression } from '../duration.ts';

/** A case that holds cases of another workflow: those for which `where` holds. `as` names them to ballots and tasks. */
export const Gather = z.strictObject({
  workflow: Key,
  where: Expression.optional(),
  as: Key,
});
export type Gather = z.infer<typeof Gather>;

/** The engine's own events of a contest: a ballot that ended, and a count. */
export const CONTEST_EVENTS = [
  '@ballot.closed',
  '@ballot.no_quorum',
  '@tally.done',
  '@tally.tie',
  '@tally.empty',
] as const;
export type ContestEvent = (typeof CONTEST_EVENTS)[number];

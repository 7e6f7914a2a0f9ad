import { z } from 'zod';
import { ElectionId, ElectionStatus } from './ballot.ts';

/** Votes of account holders, under /api/my-votes and /api/elections/:election/draw. */

const Hex256 = z.string().regex(/^[0-9a-f]{64}$/, '64 digits 0-9 a-f');

/** GET /api/my-votes: elections on whose roll the person stands, until their results are final. */
export const MyVotes = z.array(
  z.object({
    election: ElectionId,
    title: z.string(),
    status: ElectionStatus,
    opens: z.iso.datetime(),
    closes: z.iso.datetime(),
    /** Whether the person has drawn a code; nobody knows which. */
    drawn: z.boolean(),
  }),
);
export type MyVotes = z.infer<typeof MyVotes>;

/** POST /api/elections/:election/draw. The claim is 32 random bytes of the browser's own: with it the same code is told again. */
export const DrawCode = z.strictObject({ claim: Hex256 });
export type DrawCode = z.infer<typeof DrawCode>;

export const DrawnCode = z.object({ code: z.string(), slip: z.string() });
export type DrawnCode = z.infer<typeof DrawnCode>;

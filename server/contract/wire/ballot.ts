import { z } from 'zod';

/** Elections on the wire. Nothing here says how many voted, or for what, before an election is closed and counted. */

export const ElectionId = z.string().regex(/^[a-z0-9-]{1,36}$/);

const Hex256 = z.string().regex(/^[0-9a-f]{64}$/, '64 digits 0-9 a-f');

const ELECTION_STATUSES = ['draft', 'sealed', 'open', 'closed', 'certified', 'void'] as const;
export const ElectionStatus = z.enum(ELECTION_STATUSES);
export type ElectionStatus = z.infer<typeof ElectionStatus>;

/** POST /api/elections/:election/ballots. The choice is judged by the sealed rules, not here. */
export const CastBallot = z.strictObject({
  code: z.string().max(200),
  nonce: Hex256,
  choice: z.array(z.string().max(100)).max(100),
  tracker: Hex256,
  /** In an open vote: drawn by the browser for this election alone, so that votes beyond its limits can be told apart. */
  device: Hex256.optional(),
});
export type CastBallot = z.infer<typeof CastBallot>;

/** What a voter keeps: with it the ballot can be found after closing, and an omission proven. */
export const BallotReceipt = z.object({
  state: z.enum(['recorded', 'already-recorded']),
  election: ElectionId,
  tracker: Hex256,
  /** Ed25519 over `H("vote/v1/receipt", election, tracker)`, as hex. */
  signature: z.string(),
});
export type BallotReceipt = z.infer<typeof BallotReceipt>;

/** POST /api/elections/:election/codes: what became of one's own code. */
export const CodeQuestion = z.strictObject({ code: z.string().max(200) });
export type CodeQuestion = z.infer<typeof CodeQuestion>;
export const CodeAnswer = z.object({ state: z.enum(['unused', 'used', 'revoked']) });
export type CodeAnswer = z.infer<typeof CodeAnswer>;

/** GET /api/elections/:election. The same bytes for everybody, whatever was voted so far. */
export const ElectionView = z.object({
  id: ElectionId,
  title: z.string(),
  /** Whether a code is asked for: not in an open vote. */
  channel: z.enum(['codes', 'accounts', 'open', 'jury']),
  status: ElectionStatus,
  opens: z.iso.datetime(),
  /** The end that counts, an extension included. */
  closes: z.iso.datetime(),
  choose: z.object({
    min: z.int(),
    max: z.int(),
    blank: z.boolean(),
    spread: z.object({ by: z.string(), min: z.int() }).optional(),
  }),
  candidates: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      text: z.string().optional(),
      /** SHA-256 of each picture, to be had at /pictures/<it>, and at /pictures/<it>/small. */
      pictures: z.array(Hex256).readonly().optional(),
      /** The name of the organisation it came from. */
      organisation: z.string().optional(),
      groups: z.record(z.string(), z.string()),
    }),
  ),
  head0: Hex256,
  receiptKey: Hex256,
});
export type ElectionView = z.infer<typeof ElectionView>;

/** GET /api/elections/:election/checkpoints?after=N */
export const CheckpointQuery = z.strictObject({ after: z.coerce.number().int().min(0).max(1_000_000).default(0) });
export type CheckpointQuery = z.infer<typeof CheckpointQuery>;
export const CheckpointView = z.object({ i: z.int(), prev: Hex256, head: Hex256, trackers: z.array(Hex256) });
export type CheckpointView = z.infer<typeof CheckpointView>;

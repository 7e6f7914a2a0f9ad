import { lotKey } from './commitment.ts';
import type { Digests } from './digest.ts';
import type { TieRule } from './rules.ts';

/** Tells tied entries apart, best first; null where people have to decide and have not yet. */
export type TieBreaker = (tied: readonly string[]) => string[] | null;

/** Both halves of the lot's seed: the one that was committed to, and the one that was drawn in public afterwards. */
export interface LotSeed {
  election: string;
  secretSeed: string;
  publicSeed: string;
}

export const byLot =
  (digests: Pick<Digests, 'hmacSha256'>, seed: LotSeed): TieBreaker =>
  (tied) =>
    tied
      .map((id) => ({ id, key: lotKey(digests, seed, id) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ id }) => id);

/** What a committee decided: lists, best first. A decision settles every tie whose entries it lists. */
export const byDecision =
  (decisions: readonly (readonly string[])[]): TieBreaker =>
  (tied) => {
    const decision = decisions.find((list) => tied.every((id) => list.includes(id)));
    return decision === undefined ? null : decision.filter((id) => tied.includes(id));
  };

/** The breaker that the rules name last; without any, people decide. */
export const breakerOf = (
  ties: readonly TieRule[],
  { lot, decisions }: { lot: TieBreaker; decisions: TieBreaker },
): TieBreaker => (ties.some((rule) => 'lot' in rule) ? lot : decisions);

import { type Digests, keyedDigestOf } from './digest.ts';
import { amount, compare, plus, type Ratio, ZERO } from './ratio.ts';
import type { LotSeed } from './tie.ts';

/** Another way to choose: tickets are drawn one after the other, as far as the money goes. */
export interface DrawEntry {
  id: string;
  /** Tickets in the urn, a whole number; nothing for one that cannot win. */
  weight: number;
  /** A decimal. */
  cost: string;
}

/** What happens to an entry that the rest of the money does not pay: the next one is drawn, the draw ends, or it is the last one. */
type Overspend = 'skip' | 'stop' | 'last';

export interface DrawRules {
  budget: string;
  overspend: Overspend;
}

/** The entry on whose tickets a number falls; tickets lie in ascending order of id. */
const holderOf = (entries: readonly DrawEntry[], ticket: bigint): DrawEntry | null => {
  let upTo = 0n;
  for (const entry of entries) {
    upTo += BigInt(entry.weight);
    if (ticket < upTo) return entry;
  }
  return null;
};

const takes = (cost: Ratio, { spent, rules }: { spent: Ratio; rules: DrawRules }): boolean =>
  compare(plus(spent, cost), amount(rules.budget)) <= 0;

/**
 * Draws winners, in the order they were drawn. Each draw is the HMAC of its number under the seed, modulo the tickets left,
 * so that anybody who knows both halves of the seed draws the same. Never spends more than the budget, except on the one
 * entry that `overspend: last` allows.
 */
export const draw = (
  digests: Pick<Digests, 'hmacSha256'>,
  seed: LotSeed,
  { entries, rules }: { entries: readonly DrawEntry[]; rules: DrawRules },
): string[] => {
  const urn = entries.filter(({ weight }) => weight > 0).sort((a, b) => (a.id < b.id ? -1 : 1));
  const won: string[] = [];
  let spent = ZERO;
  for (let n = 1; urn.length > 0; n += 1) {
    const tickets = urn.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
    const digest = keyedDigestOf(digests, { hex: seed.secretSeed, text: seed.publicSeed }, seed.election, 'draw', n);
    const drawn = holderOf(urn, BigInt(`0x${digest}`) % tickets);
    if (drawn === null) break;
    urn.splice(urn.indexOf(drawn), 1);
    const isPaid = takes(amount(drawn.cost), { spent, rules });
    if (!isPaid && rules.overspend === 'skip') continue;
    if (!isPaid && rules.overspend === 'stop') break;
    won.push(drawn.id);
    spent = plus(spent, amount(drawn.cost));
    if (!isPaid) break;
  }
  return won;
};

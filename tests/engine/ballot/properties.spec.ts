import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DrawEntry, draw } from '../../../server/engine/ballot/draw.ts';
import { costOf } from '../../../server/engine/ballot/places.ts';
import { amount, compare, sumOf } from '../../../server/engine/ballot/ratio.ts';
import { resultOf } from '../../../server/engine/ballot/result.ts';
import { tally } from '../../../server/engine/ballot/tally.ts';
import { byLot } from '../../../server/engine/ballot/tie.ts';
import { DIGESTS } from '../../../server/modules/ballots/digests.ts';
import { counted, RULES, SEED, TREES } from './orchard.ts';

const ids = TREES.map(({ id }) => id);
const anyVotes = fc.dictionary(fc.constantFrom(...ids), fc.nat(4));
const anySeed = fc.record({ publicSeed: fc.string(), secretSeed: fc.constantFrom('22'.repeat(32), 'a7'.repeat(32)) });

describe('counting', () => {
  it('does not depend on the order of the ballots', () => {
    const ballots = fc.array(fc.record({ choice: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 }) }));
    fc.assert(
      fc.property(
        ballots.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
        ),
        ([one, other]) => {
          expect(tally(TREES, other)).toEqual(tally(TREES, one));
        },
      ),
    );
  });

  it('never spends more than the budget, nor gives one place more than there is, whatever is tied', () => {
    fc.assert(
      fc.property(anyVotes, anySeed, fc.subarray(ids), (votes, seed, withdrawn) => {
        const { awards, status, vacant } = resultOf(DIGESTS, counted(votes, { seed: { ...SEED, ...seed }, withdrawn }));
        expect(compare(costOf(awards, RULES.places), amount('4600'))).toBeLessThanOrEqual(0);
        expect(new Set(awards.map(({ entry }) => entry)).size).toBe(awards.length);
        if (status !== 'done') return;
        for (const { key, count } of RULES.places) {
          const empty = vacant.find(({ place }) => place === key)?.count ?? 0;
          expect(awards.filter(({ place }) => place === key).length + empty).toBe(count);
        }
      }),
    );
  });

  it('gives a better place to nobody with a lower score', () => {
    fc.assert(
      fc.property(anyVotes, anySeed, (votes, seed) => {
        const { awards, scores } = resultOf(DIGESTS, counted(votes, { seed: { ...SEED, ...seed } }));
        const levels = RULES.places.map(({ key }) =>
          awards.filter(({ place }) => place === key).map(({ entry }) => scores.get(entry) ?? amount('0')),
        );
        levels.slice(1).forEach((lower, n) => {
          for (const better of levels[n] ?? [])
            for (const worse of lower) expect(compare(better, worse)).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });
});

describe('the lot', () => {
  it('falls the same way again, however the entries are listed', () => {
    fc.assert(
      fc.property(anySeed, fc.shuffledSubarray(ids, { minLength: 2 }), (seed, tied) => {
        const lot = byLot(DIGESTS, { ...SEED, ...seed });
        expect(lot([...tied].sort())).toEqual(lot(tied));
      }),
    );
  });

  it('favours nobody over many seeds', () => {
    const first = Array.from({ length: 3000 }, (_, n) =>
      byLot(DIGESTS, { ...SEED, publicSeed: String(n) })(['t-1', 't-2', 't-3'])?.at(0),
    );
    for (const id of ['t-1', 't-2', 't-3'])
      expect(Math.abs(first.filter((one) => one === id).length - 1000)).toBeLessThan(130);
  });
});

describe('a draw within a budget', () => {
  const anyEntries: fc.Arbitrary<DrawEntry[]> = fc.uniqueArray(
    fc.record({ id: fc.constantFrom(...ids), weight: fc.nat(5), cost: fc.constantFrom('0.5', '3', '7.25', '20') }),
    { selector: ({ id }) => id },
  );
  const costs = (won: readonly string[], entries: readonly DrawEntry[]) =>
    sumOf(won.map((id) => amount(entries.find((entry) => entry.id === id)?.cost ?? '0')));

  it('spends no more than there is and draws the same again', () => {
    fc.assert(
      fc.property(
        anyEntries,
        anySeed,
        fc.constantFrom('skip' as const, 'stop' as const),
        (entries, seed, overspend) => {
          const given = { ...SEED, ...seed };
          const won = draw(DIGESTS, given, { entries, rules: { budget: '20', overspend } });
          expect(compare(costs(won, entries), amount('20'))).toBeLessThanOrEqual(0);
          expect(draw(DIGESTS, given, { entries: [...entries].reverse(), rules: { budget: '20', overspend } })).toEqual(
            won,
          );
          expect(won.filter((id) => entries.find((entry) => entry.id === id)?.weight === 0)).toEqual([]);
        },
      ),
    );
  });

  it('overspends on the last one only, where that is allowed', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const won = draw(DIGESTS, SEED, { entries, rules: { budget: '20', overspend: 'last' } });
        expect(compare(costs(won.slice(0, -1), entries), amount('20'))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('draws by weight', () => {
    const entries = [
      { id: 't-1', weight: 3, cost: '1' },
      { id: 't-2', weight: 1, cost: '1' },
    ];
    const rules = { budget: '1', overspend: 'stop' } as const;
    const first = Array.from({ length: 2000 }, (_, n) =>
      draw(DIGESTS, { ...SEED, publicSeed: String(n) }, { entries, rules }).at(0),
    );
    expect(Math.abs(first.filter((id) => id === 't-1').length - 1500)).toBeLessThan(100);
  });
});

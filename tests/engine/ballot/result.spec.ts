import { describe, expect, it } from '@jest/globals';
import { resultOf } from '../../../server/engine/ballot/result.ts';
import type { ElectionRules } from '../../../server/engine/ballot/rules.ts';
import { hasQuorum } from '../../../server/engine/ballot/tally.ts';
import { DIGESTS } from '../../../server/modules/ballots/digests.ts';
import { counted, RULES, tree, TREES } from './orchard.ts';

const places = (count: ReturnType<typeof counted>): Record<string, string[]> => {
  const { awards } = resultOf(DIGESTS, count);
  return Object.fromEntries(
    count.rules.places.map(({ key }) => [key, awards.filter(({ place }) => place === key).map(({ entry }) => entry)]),
  );
};
const withRules = (more: Partial<ElectionRules>): ElectionRules => ({ ...RULES, ...more });
const CLEAR = { 't-1': 70, 't-2': 60, 't-3': 50, 't-4': 40, 't-5': 30, 't-6': 20, 't-7': 10 };

describe('a result', () => {
  it('fills the places from the ranking', () => {
    expect(places(counted(CLEAR))).toEqual({ gold: ['t-1'], silver: ['t-2', 't-3'], bronze: ['t-4', 't-5', 't-6'] });
  });

  it.each([
    ['first and second', { ...CLEAR, 't-2': 70 }, ['t-1', 't-2']],
    ['third and fourth', { ...CLEAR, 't-4': 50 }, ['t-3', 't-4']],
    ['sixth and seventh', { ...CLEAR, 't-7': 20 }, ['t-6', 't-7']],
    ['third to fifth', { ...CLEAR, 't-4': 50, 't-5': 50 }, ['t-3', 't-4', 't-5']],
  ])('breaks a tie between %s by lot and gives not one place more', (_, votes, tied) => {
    const result = resultOf(DIGESTS, counted(votes));
    expect(result.status).toBe('done');
    expect(result.broken.map((list) => [...list].sort())).toEqual([tied]);
    expect(result.awards).toHaveLength(6);
  });

  it('leaves a tie alone that decides nothing', () => {
    expect(resultOf(DIGESTS, counted({ ...CLEAR, 't-3': 60 })).broken).toEqual([]);
  });

  it('breaks ties by what entries were sealed with before it draws lots', () => {
    const candidates = TREES.map(({ id, groups }, n) => tree(id, groups['village'], [n === 0 ? null : String(n), '5']));
    const rules = withRules({ ties: [{ criterion: 1, order: 'asc' }, { criterion: 0, order: 'desc' }, { lot: true }] });
    const result = resultOf(DIGESTS, counted({ ...CLEAR, 't-1': 60, 't-3': 60 }, { candidates, rules }));
    expect(result.ranking.slice(0, 3)).toEqual([['t-3'], ['t-2'], ['t-1']]);
    expect(result.broken).toEqual([]);
  });

  it('waits for the committee where the rules give it the tie, and follows its decision', () => {
    const rules = withRules({ ties: [{ committee: true }] });
    const votes = { ...CLEAR, 't-4': 50 };
    expect(resultOf(DIGESTS, counted(votes, { rules }))).toMatchObject({
      status: 'tie',
      open: { place: 'silver', entries: ['t-3', 't-4'], seats: 1 },
    });
    const decided = counted(votes, { rules, decisions: [['t-4', 't-3']] });
    expect(places(decided)).toEqual({ gold: ['t-1'], silver: ['t-2', 't-4'], bronze: ['t-3', 't-5', 't-6'] });
  });

  it('has no places without quorum, and none where nobody got a vote', () => {
    const rules = withRules({ quorum: { used: 30, share: '0.3' } });
    expect(resultOf(DIGESTS, counted({ 't-1': 29 }, { rules }))).toMatchObject({ status: 'no-quorum', awards: [] });
    expect(resultOf(DIGESTS, counted({ 't-1': 30 }, { rules, electorate: 101 })).status).toBe('no-quorum');
    expect(resultOf(DIGESTS, counted({ 't-1': 30 }, { rules })).status).toBe('done');
    expect(resultOf(DIGESTS, counted({}))).toMatchObject({ status: 'empty', awards: [] });
  });

  it('leaves places empty where there are too few entries, or entries without a vote', () => {
    const candidates = TREES.slice(0, 5);
    const result = resultOf(DIGESTS, counted({ 't-1': 3, 't-2': 2 }, { candidates }));
    expect(result.awards).toEqual([
      { place: 'gold', entry: 't-1' },
      { place: 'silver', entry: 't-2' },
    ]);
    expect(result.vacant).toEqual([
      { place: 'silver', group: null, count: 1 },
      { place: 'bronze', group: null, count: 3 },
    ]);
  });

  it('passes over an entry that was withdrawn and keeps its votes in the ranking', () => {
    const count = counted(CLEAR, { withdrawn: ['t-1'] });
    expect(places(count)).toEqual({ gold: ['t-2'], silver: ['t-3', 't-4'], bronze: ['t-5', 't-6', 't-7'] });
    expect(resultOf(DIGESTS, count).ranking[0]).toEqual(['t-1']);
  });

  it('gives nothing out where it would cost more than there is', () => {
    const rules = withRules({ budget: '4599.99' });
    expect(resultOf(DIGESTS, counted(CLEAR, { rules }))).toMatchObject({ status: 'over-budget', awards: [] });
  });
});

describe('places cut by group', () => {
  const byVillage = [{ key: 'best', title: 'Best of the village', count: 2, by: 'village' }];

  it('are filled in each group', () => {
    const rules = withRules({ places: byVillage });
    expect(places(counted(CLEAR, { rules }))['best']?.sort()).toEqual([
      't-1',
      't-2',
      't-3',
      't-4',
      't-5',
      't-6',
      't-7',
    ]);
    expect(resultOf(DIGESTS, counted(CLEAR, { rules })).vacant).toEqual([{ place: 'best', group: 'nether', count: 1 }]);
  });

  it('move to the best of the rest where the rules say so', () => {
    const one = [{ key: 'best', title: 'Best of the village', count: 2, by: 'village' }];
    const votes = { ...CLEAR, 't-8': 5 };
    const candidates = [...TREES, tree('t-8', 'north')];
    const stay = counted(votes, { candidates, rules: withRules({ places: one }) });
    const move = counted(votes, { candidates, rules: withRules({ places: one, unfilled: 'move' }) });
    expect(places(stay)['best']).not.toContain('t-8');
    expect(places(move)['best']).toContain('t-8');
    expect(resultOf(DIGESTS, move).vacant).toEqual([]);
  });

  it('are cut again from those who came through an earlier cut', () => {
    const rules = withRules({
      places: [
        { key: 'listed', title: 'Shortlist', count: 1, by: 'village' },
        { key: 'winner', title: 'Winner', count: 2, from: 'listed', value: '100' },
      ],
    });
    expect(places(counted(CLEAR, { rules }))).toEqual({
      listed: ['t-5', 't-7', 't-1', 't-3'],
      winner: ['t-1', 't-3'],
    });
  });
});

describe('a quorum', () => {
  it('asks for a number, for a share, or for both', () => {
    expect(hasQuorum({}, { used: 0, electorate: 0 })).toBe(true);
    expect(hasQuorum({ share: '0.3' }, { used: 3, electorate: 10 })).toBe(true);
    expect(hasQuorum({ share: '0.3' }, { used: 29, electorate: 97 })).toBe(false);
    expect(hasQuorum({ used: 4, share: '0.3' }, { used: 3, electorate: 10 })).toBe(false);
  });
});

import type { Candidate, ElectionRules } from '../../../server/engine/ballot/rules.ts';
import type { Count } from '../../../server/engine/ballot/result.ts';
import { tally } from '../../../server/engine/ballot/tally.ts';

/** A contest of apple trees: villages enter trees, neighbours vote. */

export const tree = (id: string, village = 'north', criteria: (string | null)[] = []): Candidate => ({
  id,
  title: `Tree ${id}`,
  groups: { village, region: village.startsWith('n') ? 'upper' : 'lower' },
  criteria,
});

export const TREES: Candidate[] = [
  tree('t-1', 'north'),
  tree('t-2', 'north'),
  tree('t-3', 'south'),
  tree('t-4', 'south'),
  tree('t-5', 'east'),
  tree('t-6', 'east'),
  tree('t-7', 'nether'),
];

export const RULES: ElectionRules = {
  source: 'ballots.neighbours',
  choose: { min: 2, max: 3, spread: { by: 'village', min: 2 }, blank: true },
  quorum: {},
  score: [{ source: 'ballots.neighbours', scale: 'votes', weight: '1' }],
  ties: [{ lot: true }],
  places: [
    { key: 'gold', title: 'Gold', count: 1, value: '1500' },
    { key: 'silver', title: 'Silver', count: 2, value: '800' },
    { key: 'bronze', title: 'Bronze', count: 3, value: '500' },
  ],
  unfilled: 'stay',
  budget: '4600',
};

export const SEED = { election: 'orchard', secretSeed: '22'.repeat(32), publicSeed: '20240603:1-2-3' };

/** A count in which each tree got so many votes, one to a ballot. */
export const counted = (votes: Readonly<Record<string, number>>, more: Partial<Count> = {}): Count => {
  const candidates = more.candidates ?? TREES;
  const ballots = Object.entries(votes).flatMap(([id, times]) =>
    Array.from({ length: times }, () => ({ choice: [id] })),
  );
  return {
    candidates,
    rules: RULES,
    tally: tally(candidates, ballots),
    electorate: 100,
    sources: new Map(),
    withdrawn: [],
    seed: SEED,
    decisions: [],
    ...more,
  };
};

import type { Digests } from './digest.ts';
import { drawn } from './drawing.ts';
import { type Award, costOf, type Filling, fillPlaces, type Vacancy } from './places.ts';
import { type Ranking, rank } from './rank.ts';
import { amount, compare, type Ratio, ZERO } from './ratio.ts';
import type { Candidate, ElectionRules } from './rules.ts';
import { scores, type Values } from './score.ts';
import { hasQuorum, type Tally, votesAsValues } from './tally.ts';
import { breakerOf, byDecision, byLot, type LotSeed } from './tie.ts';

/** How a count ended: places are filled only by `done`. */
type ResultStatus = 'done' | 'no-quorum' | 'empty' | 'tie' | 'over-budget';

export interface Count {
  candidates: readonly Candidate[];
  rules: ElectionRules;
  tally: Tally;
  electorate: number;
  /** What other sources gave: judges' marks, or another vote. */
  sources: ReadonlyMap<string, Values>;
  /** Entries that gave up or were struck off after sealing: their votes are told, but they get no place. */
  withdrawn: readonly string[];
  seed: LotSeed;
  decisions: readonly (readonly string[])[];
}

export interface Result {
  status: ResultStatus;
  scores: ReadonlyMap<string, Ratio>;
  ranking: Ranking;
  awards: Award[];
  vacant: Vacancy[];
  broken: string[][];
  open: Filling['open'];
}

const statusOf = (count: Count, filling: Filling): ResultStatus => {
  if (filling.open !== null) return 'tie';
  const { budget, places } = count.rules;
  return budget !== undefined && compare(costOf(filling.awards, places), amount(budget)) > 0 ? 'over-budget' : 'done';
};

const filled = (count: Count, ranking: Ranking, digests: Digests): Filling => {
  const { candidates, rules } = count;
  const known = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  return fillPlaces(ranking, {
    places: rules.places,
    unfilled: rules.unfilled,
    groupOf: (entry, kind) => known.get(entry)?.groups[kind] ?? '',
    breakTie: breakerOf(rules.ties, { lot: byLot(digests, count.seed), decisions: byDecision(count.decisions) }),
  });
};

const NOBODY = { awards: [], vacant: [], broken: [], open: null };

/**
 * The result of a count. An entry that scores nothing gets no place, nor one that was withdrawn; without quorum, and where
 * nobody scores, nobody gets one. The ranking lists every entry.
 */
export const resultOf = (digests: Digests, count: Count): Result => {
  const { candidates, rules, tally, electorate } = count;
  const score = scores(candidates, rules.score, new Map([...count.sources, [rules.source, votesAsValues(tally)]]));
  const ranking = rank(candidates, score, rules.ties);
  const told = { scores: score, ranking, ...NOBODY };
  if (!hasQuorum(rules.quorum, { used: tally.ballots, electorate })) return { ...told, status: 'no-quorum' };
  if (rules.draw !== undefined) {
    const awards = drawn(digests, rules.draw, count);
    return { ...told, awards, status: awards.length === 0 ? 'empty' : 'done' };
  }
  const eligible = (id: string): boolean => compare(score.get(id) ?? ZERO, ZERO) > 0 && !count.withdrawn.includes(id);
  const pool = ranking.map((tied) => tied.filter(eligible)).filter((tied) => tied.length > 0);
  if (pool.length === 0) return { ...told, status: 'empty' };
  const filling = filled(count, pool, digests);
  const status = statusOf(count, filling);
  return status === 'over-budget' ? { ...told, status } : { ...told, ...filling, status };
};

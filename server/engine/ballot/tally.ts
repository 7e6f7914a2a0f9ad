import { amount, compare, over, type Ratio, whole } from './ratio.ts';
import type { Candidate, QuorumRule } from './rules.ts';

export interface Tally {
  /** Votes by entry; every entry stands here, with 0 where nobody named it. */
  votes: ReadonlyMap<string, number>;
  ballots: number;
  blank: number;
}

/** Counts ballots; their order does not matter. */
export const tally = (
  candidates: readonly Pick<Candidate, 'id'>[],
  ballots: Iterable<{ choice: readonly string[] }>,
): Tally => {
  const votes = new Map(candidates.map(({ id }) => [id, 0]));
  let [count, blank] = [0, 0];
  for (const { choice } of ballots) {
    count += 1;
    if (choice.length === 0) blank += 1;
    for (const id of choice) votes.set(id, (votes.get(id) ?? 0) + 1);
  }
  return { votes, ballots: count, blank };
};

/** The tally as a source of scores. */
export const votesAsValues = ({ votes }: Tally): Map<string, Ratio> =>
  new Map([...votes].map(([id, count]) => [id, whole(count)]));

/** Whether enough of those who could vote did; blank ballots count. */
export const hasQuorum = (rule: QuorumRule, { used, electorate }: { used: number; electorate: number }): boolean =>
  used >= (rule.used ?? 0) &&
  (rule.share === undefined || compare(over(whole(used), whole(electorate)), amount(rule.share)) >= 0);

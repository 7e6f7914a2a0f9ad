import { amount, compare, type Ratio, ZERO } from './ratio.ts';
import type { Candidate, TieRule } from './rules.ts';

/** Best first; entries that nothing tells apart stand together, in ascending order of id. */
export type Ranking = string[][];

const byCriterion = (rule: TieRule, a: Candidate, b: Candidate): number => {
  if (!('criterion' in rule)) return 0;
  const [one, other] = [a.criteria[rule.criterion] ?? null, b.criteria[rule.criterion] ?? null];
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const order = compare(amount(one), amount(other));
  return rule.order === 'asc' ? order : -order;
};

/** Ranks entries by score, then by the criteria in their order. What is left tied is broken only where it decides a place. */
export const rank = (
  candidates: readonly Candidate[],
  score: ReadonlyMap<string, Ratio>,
  ties: readonly TieRule[],
): Ranking => {
  const order = (a: Candidate, b: Candidate): number => {
    const results = [compare(score.get(b.id) ?? ZERO, score.get(a.id) ?? ZERO)];
    for (const rule of ties) results.push(byCriterion(rule, a, b));
    return results.find((result) => result !== 0) ?? 0;
  };
  const sorted = [...candidates].sort((a, b) => order(a, b) || (a.id < b.id ? -1 : 1));
  return sorted.reduce<{ last: Candidate | null; groups: Ranking }>(
    ({ last, groups }, candidate) => {
      const group = groups.at(-1);
      if (last !== null && group !== undefined && order(last, candidate) === 0) group.push(candidate.id);
      else groups.push([candidate.id]);
      return { last: candidate, groups };
    },
    { last: null, groups: [] },
  ).groups;
};

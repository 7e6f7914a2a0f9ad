import { isBallotId } from './digest.ts';
import type { Candidate, ChooseRule } from './rules.ts';

/** Why a choice is no ballot. */
export type ChoiceProblem =
  'malformed' | 'unknown-entry' | 'named-twice' | 'too-few' | 'too-many' | 'too-few-groups' | 'blank-not-allowed';

export type ChoiceVerdict = { kind: 'valid'; choice: string[] } | { kind: 'invalid'; problem: ChoiceProblem };

const invalid = (problem: ChoiceProblem): ChoiceVerdict => ({ kind: 'invalid', problem });

/** No ballot names more; what is longer is not even looked at. */
const LONGEST = 1000;

const groupsNamed = (choice: readonly string[], by: string, known: ReadonlyMap<string, Candidate>): number =>
  new Set(choice.map((id) => known.get(id)?.groups[by] ?? `\0${id}`)).size;

/** A choice as it came from outside, judged by the sealed rules; a valid one is in ascending order. */
export const judgeChoice = (given: unknown, rule: ChooseRule, candidates: readonly Candidate[]): ChoiceVerdict => {
  if (!Array.isArray(given) || given.length > LONGEST || !given.every(isBallotId)) return invalid('malformed');
  const known = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  if (given.some((id) => !known.has(id))) return invalid('unknown-entry');
  if (new Set(given).size !== given.length) return invalid('named-twice');
  if (given.length === 0) return rule.blank ? { kind: 'valid', choice: [] } : invalid('blank-not-allowed');
  if (given.length < rule.min) return invalid('too-few');
  if (given.length > rule.max) return invalid('too-many');
  if (rule.spread !== undefined && groupsNamed(given, rule.spread.by, known) < rule.spread.min)
    return invalid('too-few-groups');
  return { kind: 'valid', choice: [...given].sort() };
};

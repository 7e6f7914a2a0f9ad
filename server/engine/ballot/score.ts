import { amount, compare, over, plus, type Ratio, rounded, sumOf, times, ZERO } from './ratio.ts';
import type { Candidate, ScoreRule } from './rules.ts';

/** What a source gives each entry, by entry; an entry that is not listed got nothing. */
export type Values = ReadonlyMap<string, Ratio>;

const largest = (values: readonly Ratio[]): Ratio =>
  values.reduce((most, value) => (compare(value, most) > 0 ? value : most), ZERO);

/** The points of an entry's band; entries with the same value share the best rank among them, nothing earns nothing. */
const bandPoints = (value: Ratio, values: readonly Ratio[], { bands = [] }: ScoreRule): Ratio => {
  if (compare(value, ZERO) <= 0) return ZERO;
  const rank = values.filter((other) => compare(other, value) > 0).length + 1;
  const band = bands.find(({ to }) => rank <= to);
  return band === undefined ? ZERO : amount(band.points);
};

const scaled = (value: Ratio, values: readonly Ratio[], rule: ScoreRule): Ratio => {
  switch (rule.scale) {
    case 'votes':
      return value;
    case 'share_of_max':
      return over(value, largest(values));
    case 'share_of_total':
      return over(value, sumOf(values));
    case 'rank_bands':
      return bandPoints(value, values, rule);
  }
};

const termOf = (
  candidate: Candidate,
  { rule, values, candidates }: { rule: ScoreRule; values: Values; candidates: readonly Candidate[] },
): Ratio => {
  const { within } = rule;
  const beside =
    within === undefined ? candidates : candidates.filter((other) => other.groups[within] === candidate.groups[within]);
  const valueOf = ({ id }: Candidate): Ratio => values.get(id) ?? ZERO;
  const value = scaled(valueOf(candidate), beside.map(valueOf), rule);
  return times(rule.round === undefined ? value : rounded(value, rule.round), amount(rule.weight));
};

/** Each entry's score: what every source gives it, scaled and weighed, added up exactly. */
export const scores = (
  candidates: readonly Candidate[],
  rules: readonly ScoreRule[],
  sources: ReadonlyMap<string, Values>,
): Map<string, Ratio> =>
  new Map(
    candidates.map((candidate) => [
      candidate.id,
      rules
        .map((rule) => termOf(candidate, { rule, values: sources.get(rule.source) ?? new Map(), candidates }))
        .reduce(plus, ZERO),
    ]),
  );

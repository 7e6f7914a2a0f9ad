import type { Ballot } from '../../contract/definition/contest.ts';
import { textIn } from '../../contract/text.ts';
import { instantOfLocal } from '../calendar.ts';
import type { Instant } from '../case.ts';
import type { Data } from '../data.ts';
import { evaluateIn } from '../environment-evaluate.ts';
import { contestValues, entryValues } from '../environment-values.ts';
import type { Entry } from '../command.ts';
import type { Model } from '../model.ts';
import { isBallotId } from './digest.ts';
import { drawRuleOf, ticketOf } from './drawing.ts';
import { type Contender, contendersOf, type PictureDigests, picturesIn, shown } from './contender.ts';
import type { Candidate, ElectionRules, TieRule } from './rules.ts';

/** An election as a workflow and the data of its case say it, ready to be sealed. */
interface ElectionPlan {
  title: string;
  opens: Instant;
  closes: Instant;
  rules: ElectionRules;
  candidates: Candidate[];
}

export type PlanProblem = 'unknown-ballot' | 'not-calculable' | 'no-entries' | 'entry-without-id';
export type Planned = { kind: 'planned'; plan: ElectionPlan } | { kind: 'impossible'; problem: PlanProblem };

const impossible = (problem: PlanProblem): Planned => ({ kind: 'impossible', problem });

/** A number of a definition as exact text. */
export const decimalText = (value: number): string =>
  value
    .toFixed(9)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

const numberOf = (model: Model, given: number | string): number | null => {
  if (typeof given === 'number') return given;
  const result = evaluateIn(model, { place: { at: 'ballot' }, text: given }, contestValues(model));
  return result.ok && typeof result.value === 'number' ? result.value : null;
};

/** The amount that places may cost together; undefined where a workflow names none, null where it cannot be told. */
export const budgetOf = (model: Model): string | null | undefined => {
  const { budget } = model.workflow;
  if (budget === undefined) return undefined;
  const amount = numberOf(model, budget);
  return amount === null ? null : decimalText(amount);
};

const choosing = (model: Model, { choose }: Ballot): ElectionRules['choose'] | null => {
  const [min, max] = [numberOf(model, choose.min ?? 1), numberOf(model, choose.max)];
  if (min === null || max === null) return null;
  const { spread, blank = false } = choose;
  return { min, max, blank, ...(spread === undefined ? {} : { spread }) };
};

export const tieRules = (model: Model): TieRule[] => {
  let criterion = -1;
  return (model.workflow.ranking?.ties ?? []).map((tie): TieRule => {
    if ('lot' in tie) return { lot: true };
    if ('committee' in tie) return { committee: true };
    criterion += 1;
    return { criterion, order: tie.order };
  });
};

export const scoreRules = (model: Model, source: string): ElectionRules['score'] => {
  const score = model.workflow.ranking?.score ?? [{ source, scale: 'votes' as const, weight: 1 }];
  return score.map(({ weight, bands, within, round, ...rule }) => ({
    ...rule,
    weight: decimalText(weight),
    ...(within === undefined ? {} : { within }),
    ...(round === undefined ? {} : { round }),
    ...(bands === undefined ? {} : { bands: bands.map(({ to, points }) => ({ to, points: decimalText(points) })) }),
  }));
};

export const placeRules = (model: Model, language: string): ElectionRules['places'] =>
  (model.workflow.places ?? []).map(({ key, title, count, value, by, from }) => ({
    key,
    title: textIn(title, language),
    count,
    ...(value === undefined ? {} : { value: decimalText(value) }),
    ...(by === undefined ? {} : { by }),
    ...(from === undefined ? {} : { from }),
  }));

/** The fields of an entry that rules group by. */
export const groupKinds = ({ choose, score, places }: Pick<ElectionRules, 'choose' | 'score' | 'places'>): string[] =>
  [...new Set([choose.spread?.by, ...score.map(({ within }) => within), ...places.map(({ by }) => by)])].filter(
    (kind): kind is string => kind !== undefined,
  );

export const criteriaOf = (model: Model, roster: string, entry: Data): (string | null)[] =>
  (model.workflow.ranking?.ties ?? []).flatMap((tie) => {
    if (!('expr' in tie)) return [];
    const result = evaluateIn(model, { place: { at: 'ranking', roster }, text: tie.expr }, entryValues(model, entry));
    return [result.ok && typeof result.value === 'number' ? decimalText(result.value) : null];
  });

interface Standing {
  contenders: readonly Contender[];
  rules: ElectionRules;
  pictures: PictureDigests;
}

const candidatesOf = (model: Model, ballot: Ballot, { contenders, rules, pictures }: Standing): Candidate[] =>
  contenders.map((contender) => {
    const { id, fields, seen } = contender;
    const text = ballot.text === undefined ? '' : shown(fields[ballot.text]);
    const shownPictures = ballot.picture === undefined ? [] : picturesIn(contender, ballot.picture, pictures);
    return {
      id,
      title: shown(fields[ballot.show]),
      ...(text === '' ? {} : { text }),
      ...(shownPictures.length === 0 ? {} : { pictures: shownPictures }),
      groups: Object.fromEntries(groupKinds(rules).map((kind) => [kind, contender.groupOf(kind)])),
      ...ticketOf(model, { roster: ballot.options, entry: seen, decimal: decimalText }),
      criteria: criteriaOf(model, ballot.options, seen),
    };
  });

const quorumOf = ({ used, share }: NonNullable<Ballot['quorum']>): ElectionRules['quorum'] => ({
  ...(used === undefined ? {} : { used }),
  ...(share === undefined ? {} : { share: decimalText(share) }),
});

/** An open vote is counted by itself: places are filled by the vote whose ranking weighs it in, if any does. */
const apart = (source: string): Pick<ElectionRules, 'score' | 'ties' | 'places' | 'unfilled'> => ({
  score: [{ source, scale: 'votes', weight: '1' }],
  ties: [],
  places: [],
  unfilled: 'stay',
});

const rulesOf = (model: Model, key: string, ballot: Ballot): ElectionRules | null => {
  const { workflow, programme } = model;
  const { electorate } = ballot;
  const choose = choosing(model, ballot);
  const budget = budgetOf(model);
  const draw = drawRuleOf(model, decimalText);
  if (choose === null || budget === null || draw === null) return null;
  const source = `ballots.${key}`;
  const vote = { source, choose, quorum: quorumOf(ballot.quorum ?? {}) };
  if (electorate.kind === 'open') return { ...vote, ...apart(source), electorate };
  return {
    ...vote,
    score: scoreRules(model, source),
    ties: tieRules(model),
    places: placeRules(model, programme.locales[0] ?? ''),
    unfilled: workflow.unfilled ?? 'stay',
    ...(budget === undefined ? {} : { budget }),
    ...(draw === undefined ? {} : { draw }),
    ...(electorate.kind === 'codes' ? {} : { electorate }),
  };
};

/** What stands for election: the data of the case, what it gathers, and the digests of its files by their ids. */
export interface Standings {
  data: Data;
  entries?: readonly Entry[];
  pictures?: PictureDigests;
}

/** The election that a ballot of a workflow makes of the rows in a case's form, or of the cases that it gathered. */
export const electionFrom = (model: Model, key: string, standings: Standings): Planned => {
  const { workflow, programme } = model;
  const ballot = Object.hasOwn(workflow.ballots ?? {}, key) ? workflow.ballots?.[key] : undefined;
  if (ballot === undefined) return impossible('unknown-ballot');
  const rules = rulesOf(model, key, ballot);
  if (rules === null) return impossible('not-calculable');
  const contenders = contendersOf(model, ballot.options, standings);
  const candidates = candidatesOf(model, ballot, { contenders, rules, pictures: standings.pictures ?? new Map() });
  if (candidates.length === 0) return impossible('no-entries');
  if (!candidates.every(({ id }) => isBallotId(id))) return impossible('entry-without-id');
  const title = textIn(ballot.title ?? workflow.title, programme.locales[0] ?? '');
  const [opens, closes] = [ballot.opens, ballot.closes].map((local) => instantOfLocal(local, programme.zone));
  return { kind: 'planned', plan: { title, opens: opens ?? 0, closes: closes ?? 0, rules, candidates } };
};

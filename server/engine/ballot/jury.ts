import type { Entry } from '../command.ts';
import { type Data, isRecord } from '../data.ts';
import type { Model } from '../model.ts';
import { canonicalText } from './canonical.ts';
import { allFields } from '../form/fields.ts';
import { contendersOf, shown } from './contender.ts';
import { budgetOf, criteriaOf, groupKinds, placeRules, scoreRules, tieRules } from './contest.ts';
import type { Digests } from './digest.ts';
import { amount, ratioText } from './ratio.ts';
import { type Result, resultOf } from './result.ts';
import type { Candidate, ElectionRules } from './rules.ts';
import type { Values } from './score.ts';

/** A jury alone: the ranking of a case by its judges' marks, with places filled as those of an election are. */

export interface JuryCount {
  /** Id of the case; the lot is drawn with it. */
  id: string;
  data: Data;
  entries: readonly Entry[];
  /** Decimals by source (`marks.<key>`) and entry. */
  sources: Readonly<Record<string, Readonly<Record<string, string>>>>;
  withdrawn: readonly string[];
  decisions: readonly (readonly string[])[];
  /** Drawn in public; empty where no lot is needed. */
  seed: string;
}

/** Whether the workflow ranks by marks and nothing else. */
export const isJuryAlone = ({ workflow }: Model): boolean =>
  workflow.ranking?.score.every(({ source }) => source.startsWith('marks.')) === true;

/** Whether a lot tells ties apart. */
export const hasLot = ({ workflow }: Model): boolean => (workflow.ranking?.ties ?? []).some((tie) => 'lot' in tie);

/** What the judges' task is done for: a roster, or what is gathered. */
const judgedBy = ({ workflow }: Model): string | undefined => {
  const [first] = workflow.ranking?.score ?? [];
  const task = workflow.marks?.[first?.source.slice('marks.'.length) ?? '']?.task ?? '';
  return Object.values(workflow.states).flatMap(({ tasks }) => tasks?.[task]?.for_each ?? [])[0];
};

const rulesOf = (model: Model): ElectionRules | null => {
  const budget = budgetOf(model);
  if (budget === null) return null;
  return {
    source: '',
    choose: { min: 0, max: 0, blank: true },
    quorum: {},
    score: scoreRules(model, ''),
    ties: tieRules(model),
    places: placeRules(model, model.programme.locales[0] ?? ''),
    unfilled: model.workflow.unfilled ?? 'stay',
    ...(budget === undefined ? {} : { budget }),
  };
};

/** The first field of an entry that names it and is nobody's personal data. */
const titleField = (model: Model, name: string): string => {
  const isGathered = model.workflow.gather?.as === name;
  const form = isGathered ? model.siblings?.[model.workflow.gather?.workflow ?? '']?.form : model.form;
  const fields = form === undefined ? [] : allFields(form);
  const found = fields.find(
    ({ field, kind, roster }) =>
      kind === 'field' &&
      field.type === 'string' &&
      field['x-pii'] === undefined &&
      roster === (isGathered ? null : name),
  );
  return found?.key ?? '';
};

const candidatesOf = (model: Model, rules: ElectionRules, { data, entries }: JuryCount): Candidate[] => {
  const name = judgedBy(model);
  if (name === undefined) return [];
  const field = titleField(model, name);
  return contendersOf(model, name, { data: rosterData(data, name), entries }).map((contender) => ({
    id: contender.id,
    title: shown(contender.fields[field]),
    groups: Object.fromEntries(groupKinds(rules).map((kind) => [kind, contender.groupOf(kind)])),
    criteria: criteriaOf(model, name, contender.seen),
  }));
};

/** A roster of a section stands as one at the top. */
const rosterData = (data: Data, name: string): Data => {
  if (data[name] !== undefined) return data;
  const section = Object.values(data).find((one) => isRecord(one) && one[name] !== undefined);
  return isRecord(section) ? section : data;
};

const valuesOf = (given: Readonly<Record<string, string>>): Values =>
  new Map(Object.entries(given).map(([entry, text]) => [entry, amount(text)]));

/** The rules with their weights, so that a count can be read without the definition of its day. */
const rulesTold = ({ score, ties, places, unfilled }: ElectionRules) => ({
  score: score.map(({ bands = [], ...rule }) => ({ ...rule, bands: bands.map((band) => ({ ...band })) })),
  ties: ties.map((tie) => ({ ...tie })),
  places: places.map((place) => ({ ...place })),
  unfilled,
});

export interface JuryResult {
  result: Result;
  candidates: Candidate[];
  /** Canonical, with the words of an election's result, the rules with their weights, and no ballots. */
  text: string;
}

/** Null where the workflow does not rank by marks alone, or its numbers cannot be told. */
export const juryResult = (digests: Digests, model: Model, given: JuryCount): JuryResult | null => {
  const rules = isJuryAlone(model) ? rulesOf(model) : null;
  if (rules === null) return null;
  const candidates = candidatesOf(model, rules, given);
  const sources = new Map(Object.entries(given.sources).map(([name, values]) => [name, valuesOf(values)]));
  const result = resultOf(digests, {
    candidates,
    rules,
    tally: { votes: new Map(), ballots: 0, blank: 0 },
    electorate: 0,
    sources,
    withdrawn: given.withdrawn,
    seed: { election: given.id, secretSeed: '', publicSeed: given.seed },
    decisions: given.decisions,
  });
  const text = canonicalText({
    case: given.id,
    status: result.status,
    rules: rulesTold(rules),
    sources: given.sources,
    scores: Object.fromEntries([...result.scores].map(([id, score]) => [id, ratioText(score)])),
    ranking: result.ranking,
    publicSeed: given.seed,
    lots: result.broken,
    decisions: given.decisions,
    withdrawn: [...given.withdrawn].sort(),
    awards: result.awards.map(({ entry, place }) => ({ entry, place })),
    vacant: result.vacant.map(({ place, group, count }) => ({ place, group, count })),
    open: result.open === null ? null : { ...result.open },
  });
  return { result, candidates, text };
};

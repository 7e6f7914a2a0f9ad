import { textIn } from '../../contract/text.ts';
import type { Workflow } from '../../contract/definition/workflow.ts';
import { type Data, isRecord } from '../data.ts';
import { allFields } from '../form/fields.ts';
import type { Model } from '../model.ts';
import { contendersOf, shown } from './contender.ts';
import { budgetOf, criteriaOf, groupKinds, type PlanProblem, placeRules, scoreRules, tieRules } from './contest.ts';
import type { Standings } from './contest.ts';
import { isBallotId } from './digest.ts';
import type { Candidate, ElectionRules } from './rules.ts';

/** A contest that judges' marks alone decide: sealed, counted and certified as an election is, without any ballot. */

/** Whether the workflow ranks by marks and holds no vote. */
export const isJuryContest = ({ ranking, ballots }: Pick<Workflow, 'ranking' | 'ballots'>): boolean =>
  ballots === undefined && ranking?.score.every(({ source }) => source.startsWith('marks.')) === true;

/** Such rules name no source of ballots. */
export const isByJury = ({ source }: Pick<ElectionRules, 'source'>): boolean => source === '';

/** What the judges' task is done for: a roster, or what is gathered. */
export const judgedEntries = ({ ranking, marks, states }: Pick<Workflow, 'ranking' | 'marks' | 'states'>) => {
  const [first] = ranking?.score ?? [];
  const task = marks?.[first?.source.slice('marks.'.length) ?? '']?.task ?? '';
  return Object.values(states).flatMap(({ tasks }) => tasks?.[task]?.for_each ?? [])[0];
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

/** A roster of a section stands as one at the top. */
const rosterData = (data: Data, name: string): Data => {
  if (data[name] !== undefined) return data;
  const section = Object.values(data).find((one) => isRecord(one) && one[name] !== undefined);
  return isRecord(section) ? section : data;
};

interface JuryPlan {
  title: string;
  rules: ElectionRules;
  candidates: Candidate[];
}

type JuryPlanned = { kind: 'planned'; plan: JuryPlan } | { kind: 'impossible'; problem: PlanProblem };

const impossible = (problem: PlanProblem): JuryPlanned => ({ kind: 'impossible', problem });

/** The contest that a workflow without a vote makes of what its judges mark. */
export const juryContestFrom = (model: Model, { data, entries = [] }: Standings): JuryPlanned => {
  const name = judgedEntries(model.workflow);
  if (!isJuryContest(model.workflow) || name === undefined) return impossible('unknown-ballot');
  const rules = rulesOf(model);
  if (rules === null) return impossible('not-calculable');
  const field = titleField(model, name);
  const candidates = contendersOf(model, name, { data: rosterData(data, name), entries }).map((contender) => ({
    id: contender.id,
    title: shown(contender.fields[field]),
    groups: Object.fromEntries(groupKinds(rules).map((kind) => [kind, contender.groupOf(kind)])),
    criteria: criteriaOf(model, name, contender.seen),
  }));
  if (candidates.length === 0) return impossible('no-entries');
  if (!candidates.every(({ id }) => isBallotId(id))) return impossible('entry-without-id');
  return {
    kind: 'planned',
    plan: { title: textIn(model.workflow.title, model.programme.locales[0] ?? ''), rules, candidates },
  };
};

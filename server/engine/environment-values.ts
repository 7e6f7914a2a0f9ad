import type { Case, Day, Instant, Organisation, Period } from './case.ts';
import type { Entry, Facts, SiblingCase } from './command.ts';
import { addDays, dayAt, startOfDay } from './calendar.ts';
import type { CaseModel, FormModel } from './environment.ts';
import { organisationValue, paramValues, programmeValue, tableValues } from './environment-programme.ts';
import type { Values } from './expression-value.ts';
import { taskValues } from './judging/values.ts';

/** The values of the variables that `environmentFor` declares, taken from facts. */

/** What the rules of a form know besides its data. The browser has them as `CaseView.facts`. */
export interface FormFacts {
  organisation: Organisation | null;
  period: Period | null;
  due: Day | null;
  today: Day;
  /** The form's data of the period before. */
  previous: Readonly<Record<string, unknown>> | null;
  userName: string;
}

const definitions = (model: FormModel): Values => ({
  params: paramValues(model.workflow.params),
  programme: programmeValue(model.programme),
  tables: tableValues(model.programme),
});

const subject = (organisation: Organisation | null, period: Period | null): Values => ({
  ...(organisation === null ? {} : { org: organisationValue(organisation) }),
  ...(period === null ? {} : { period }),
});

type Data = Readonly<Record<string, unknown>>;

/** For places `form`; a row is added with `rowValues`. */
export const formValues = (model: FormModel, data: Data, facts: FormFacts): Values => ({
  form: data,
  ...subject(facts.organisation, facts.period),
  ...(facts.due === null ? {} : { due: facts.due }),
  ...(facts.previous === null ? {} : { previous: facts.previous }),
  today: facts.today,
  ...definitions(model),
});

/** The same variables with one row of a roster; `index` counts from 0. */
export const rowValues = (values: Values, row: unknown, index: number): Values => ({ ...values, row, index });

/** For place `option`: one row of a table that may be offered. */
export const optionValues = (values: Values, option: Data): Values => ({ ...values, option });

/** As whom somebody acts or looks. */
export interface ActingAs {
  name: string;
  roles: readonly string[];
  organisation: Organisation | null;
}

/** What an action, a deadline, a metric or a settlement is asked with. */
export interface CaseFacts {
  case: Pick<Case, 'organisation' | 'period' | 'deadlines' | 'tasks' | 'visit'> & Partial<Pick<Case, 'state'>>;
  facts: Pick<Facts, 'data' | 'series' | 'cases' | 'matters' | 'entries'>;
  now: Instant;
  actor?: ActingAs | null;
  comment?: string;
  event?: string;
  ballot?: string;
}

/** A deadline that ends with a day ends at the midnight after it. */
export const lastDayOf = (due: Instant, zone: string): Day => {
  const day = dayAt(due, zone);
  return startOfDay(day, zone) === due ? addDays(day, -1) : day;
};

const seriesValue = (cases: readonly SiblingCase[]): Data => ({
  all: cases,
  submitted: cases.filter((one) => one.submitted),
  accepted: cases.filter((one) => one.final === 'success'),
});

const caseParts = (model: CaseModel, given: CaseFacts): Values => {
  const { zone } = model.programme;
  const deadlines = given.case.deadlines.map(({ key, due, graceUntil }) => [
    key,
    { due, day: lastDayOf(due, zone), grace_until: graceUntil },
  ]);
  const state = given.case.state === undefined ? undefined : model.workflow.states[given.case.state];
  const visiting = given.case.tasks.filter((task) => task.visit === given.case.visit);
  return { deadline: Object.fromEntries(deadlines), tasks: taskValues(state?.tasks, visiting) };
};

const actorValue = (actor: ActingAs): Data => ({
  name: actor.name,
  roles: actor.roles,
  organisation: actor.organisation === null ? undefined : organisationValue(actor.organisation),
});

/** For every place of a case: actions, rights, messages, deadlines, metrics, settlement. */
export const caseValues = (model: CaseModel, given: CaseFacts): Values => ({
  form: given.facts.data,
  ...subject(given.case.organisation, given.case.period),
  ...definitions(model),
  money: model.programme.money ?? {},
  now: given.now,
  comment: given.comment ?? '',
  event: given.event ?? '',
  ballot: given.ballot ?? '',
  ...(model.workflow.gather === undefined ? {} : { entries: given.facts.entries ?? [] }),
  ...(given.actor === undefined || given.actor === null ? {} : { actor: actorValue(given.actor) }),
  ...caseParts(model, given),
  matters: given.facts.matters,
  series: seriesValue(given.facts.series),
  cases: Object.fromEntries(Object.entries(given.facts.cases).map(([key, cases]) => [key, seriesValue(cases)])),
});

/** For place `audience`: whether an organisation owes the report of a period. */
export const audienceValues = (model: FormModel, organisation: Organisation, period: Period | null): Values => ({
  ...subject(organisation, period),
  ...definitions(model),
});

/** For place `select`: whether a case is one of those that are meant. */
export const selectValues = (model: FormModel, one: SiblingCase): Values => ({ c: one, ...definitions(model) });

/** For place `gather`: one case within reach; `org` is the organisation of the gathering case. */
export const gatherValues = (model: FormModel, one: Entry, organisation: Organisation | null): Values => ({
  c: one,
  ...subject(organisation, null),
  ...definitions(model),
});

/** For places `quota` (one case of the workflow) and `quota-max` (none). */
export const quotaValues = (model: FormModel, one: SiblingCase | null, organisation: Organisation | null): Values => ({
  ...(one === null ? {} : { c: one }),
  ...subject(organisation, null),
  ...definitions(model),
});

/** For place `ballot`. */
export const contestValues = (model: FormModel): Values => ({
  params: paramValues(model.workflow.params),
  programme: programmeValue(model.programme),
});

/** For place `ranking`: one entry of a contest, a row of the form or a case that is gathered. */
export const entryValues = (model: FormModel, entry: Data): Values => ({ ...contestValues(model), e: entry });

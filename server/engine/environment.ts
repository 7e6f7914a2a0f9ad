import type { Calendar } from '../contract/definition/calendar.ts';
import type { Form } from '../contract/definition/form.ts';
import type { Workflow } from '../contract/definition/workflow.ts';
import type { Environment } from './expression-context.ts';
import type { Slot } from './expression-type.ts';
import type { ValueType } from './expression-type.ts';
import { compile } from './expression.ts';
import { DATE, INSTANT, INT, NOTHING, TEXT, always, objectOf, perhaps } from './expression-type.ts';
import { ACTOR, caseNames, caseType, seriesType } from './environment-case.ts';
import { formType, rowType } from './environment-form.ts';
import { entriesType, entryType, rankedEntryType } from './environment-gather.ts';
import type { ProgrammeFacts } from './environment-programme.ts';
import {
  ORGANISATION,
  PERIOD,
  moneyType,
  paramsType,
  programmeType,
  tableRowType,
  tablesType,
} from './environment-programme.ts';

/** Where an expression stands; it decides which variables there are. Their types come from the definitions, never from data. */
export type Place =
  | { at: 'start' | 'quota' | 'quota-max' }
  | {
      at:
        'form' | 'action' | 'message' | 'settle' | 'deadline' | 'metric' | 'audience' | 'select' | 'ballot' | 'gather';
    }
  | { at: 'row' | 'rights-row' | 'ranking' | 'task'; roster: string }
  | { at: 'option'; table: string };

/** As much of a workflow with its form and programme as the rules of the form need: what a browser has. */
export interface FormModel {
  form: Form;
  workflow: Pick<Workflow, 'key' | 'subject'> & Partial<Pick<Workflow, 'params' | 'periods'>>;
  programme: ProgrammeFacts;
  calendar: Calendar | null;
}
/** What the places of a case need beyond the form's. */
export interface CaseModel extends FormModel {
  workflow: Workflow;
  /** The programme's other workflows with their forms, for what their cases publish (`cases.<workflow>`). */
  siblings?: Readonly<Record<string, { workflow: Workflow; form: Form }>>;
}

type Names = Record<string, Slot>;

const definitions = ({ workflow, programme }: FormModel): Names => ({
  params: always(paramsType('params', workflow.params)),
  programme: always(programmeType(programme)),
  tables: always(tablesType(programme)),
});

/** A case for the whole programme belongs to no organisation. */
const organisation = ({ workflow }: FormModel): Names =>
  workflow.subject.per.includes('organisation') ? { org: always(ORGANISATION) } : {};

const subject = (model: FormModel): Names => ({
  ...organisation(model),
  ...(model.workflow.periods === undefined ? {} : { period: always(PERIOD) }),
});

const formNames = (model: FormModel): Names => ({
  form: always(formType(model.form)),
  ...subject(model),
  due: perhaps(DATE),
  ...definitions(model),
  previous: { ...perhaps(formType(model.form)), path: 'previous' },
  today: always(DATE),
});

const rowNames = (model: FormModel, roster: string): Names => {
  const row = rowType(model.form, roster);
  if (row === null) return {};
  return { row: { ...always(row.type), path: row.type.name }, index: always(INT) };
};

/** What is asked before a case begins. */
const startNames = (model: CaseModel): Names => ({
  ...organisation(model),
  ...definitions(model),
  now: always(INSTANT),
  actor: always(ACTOR),
  ...seriesNames(model),
});

/** Over which cases a limit goes, and how far. */
const limitNames = (model: FormModel): Names => ({ ...organisation(model), ...definitions(model) });

/** What a contest's own numbers may depend on: nothing that changes while people vote. */
const contestNames = ({ workflow, programme }: FormModel): Names => ({
  params: always(paramsType('params', workflow.params)),
  programme: always(programmeType(programme)),
});

const entryNames = (model: FormModel, roster: string): Names => {
  const held = isCaseModel(model) && model.workflow.gather?.as === roster ? gatheredBy(model) : null;
  if (held !== null) return { e: always(rankedEntryType(held.sibling, held.metrics)) };
  const row = rowType(model.form, roster);
  return row === null ? {} : { e: { ...always(row.type), path: row.type.name } };
};

const optionNames = (model: FormModel, table: string): Names => {
  const found = model.programme.tables?.[table];
  return {
    ...(found === undefined ? {} : { option: always(tableRowType(table, found)) }),
    ...organisation(model),
    ...definitions(model),
  };
};

const caseForm = (model: FormModel): Names => ({
  form: always(formType(model.form)),
  ...subject(model),
  ...definitions(model),
  money: always(moneyType(model.programme)),
});

/** The types of what a workflow publishes: those of its compiled expressions; one that does not compile has none. */
const metricTypes = (
  model: FormModel,
  metrics: Readonly<Record<string, string>> | undefined,
): Record<string, ValueType> => {
  const environment = environmentFor(model, { at: 'metric' });
  return Object.fromEntries(
    Object.entries(metrics ?? {}).map(([key, text]) => {
      const compiled = compile(text, environment);
      return [key, compiled.ok ? compiled.type : NOTHING];
    }),
  );
};

interface Sibling {
  workflow: Workflow;
  form: Form;
}

const siblingModels = new WeakMap<CaseModel, Map<Sibling, FormModel>>();

/** Where it gathers itself, it knows the others: not those who ask, so that two who gather each other come to an end. */
const newSiblingModel = (model: CaseModel, sibling: Sibling): CaseModel => {
  const { programme, calendar } = model;
  if (sibling.workflow.gather === undefined) return { ...sibling, programme, calendar };
  const others = Object.entries(model.siblings ?? {}).filter(([, one]) => one !== sibling);
  return { ...sibling, programme, calendar, siblings: Object.fromEntries(others) };
};

const siblingModel = (model: CaseModel, sibling: Sibling): FormModel => {
  const models = siblingModels.get(model) ?? new Map<Sibling, FormModel>();
  siblingModels.set(model, models);
  const found = models.get(sibling) ?? newSiblingModel(model, sibling);
  models.set(sibling, found);
  return found;
};

/** The workflow whose cases a workflow gathers, with the types of what they publish; null where there is none. */
const gatheredBy = (model: CaseModel): { sibling: Sibling; metrics: Record<string, ValueType> } | null => {
  const sibling = model.siblings?.[model.workflow.gather?.workflow ?? ''];
  if (sibling === undefined) return null;
  return { sibling, metrics: metricTypes(siblingModel(model, sibling), sibling.workflow.metrics) };
};

const gatherNames = (model: CaseModel): Names => {
  const held = gatheredBy(model);
  return held === null ? {} : { entries: always(entriesType(held.sibling, held.metrics)) };
};

/** Which of the cases within reach are gathered. */
const gatherWhereNames = (model: CaseModel): Names => {
  const held = gatheredBy(model);
  const c: Names = held === null ? {} : { c: always(entryType(held.sibling, held.metrics)) };
  return { ...c, ...organisation(model), ...definitions(model) };
};

/** The row, or the gathered case, that somebody would judge. */
const judgedNames = (model: FormModel, name: string): Names => {
  const held = isCaseModel(model) && model.workflow.gather?.as === name ? gatheredBy(model) : null;
  return held === null ? rowNames(model, name) : { entry: always(entryType(held.sibling, held.metrics)) };
};

const seriesNames = (model: CaseModel): Names => {
  const others = Object.entries(model.siblings ?? {}).map(([key, sibling]): [string, Slot] => {
    const metrics = metricTypes(siblingModel(model, sibling), sibling.workflow.metrics);
    return [key, always(seriesType(key, metrics))];
  });
  const own = seriesType(model.workflow.key, metricTypes(model, model.workflow.metrics));
  return { series: always(own), cases: always(objectOf('cases', Object.fromEntries(others))) };
};

/** Which cases something is done with. */
const selectNames = (model: CaseModel): Names => ({
  c: always(caseType(model.workflow.key, metricTypes(model, model.workflow.metrics))),
  ...definitions(model),
});

const actionNames = (model: CaseModel): Names => ({
  ...caseForm(model),
  now: always(INSTANT),
  comment: always(TEXT),
  event: always(TEXT),
  ballot: always(TEXT),
  actor: always(ACTOR),
  ...caseNames(model.workflow),
  ...seriesNames(model),
  ...gatherNames(model),
});

const isCaseModel = (model: FormModel): model is CaseModel => 'states' in model.workflow;

const caseOnly = (model: FormModel, names: (model: CaseModel) => Names): Names =>
  isCaseModel(model) ? names(model) : {};

const namesAt = (model: FormModel, place: Place): Names => {
  switch (place.at) {
    case 'form':
      return formNames(model);
    case 'row':
      return { ...formNames(model), ...rowNames(model, place.roster) };
    case 'action':
    case 'message':
      return caseOnly(model, actionNames);
    case 'rights-row':
      return { ...caseOnly(model, actionNames), ...rowNames(model, place.roster) };
    case 'task':
      return { ...caseOnly(model, actionNames), ...judgedNames(model, place.roster), subject: always(TEXT) };
    case 'option':
      return optionNames(model, place.table);
    case 'settle':
      return { ...organisation(model), ...definitions(model), ...caseOnly(model, seriesNames) };
    case 'deadline':
      return caseForm(model);
    case 'metric':
      return { ...caseForm(model), ...caseOnly(model, gatherNames) };
    case 'gather':
      return caseOnly(model, gatherWhereNames);
    case 'ballot':
      return contestNames(model);
    case 'ranking':
      return { ...contestNames(model), ...entryNames(model, place.roster) };
    case 'select':
      return caseOnly(model, selectNames);
    case 'start':
      return caseOnly(model, startNames);
    case 'quota':
      return { ...caseOnly(model, selectNames), ...limitNames(model) };
    case 'quota-max':
      return limitNames(model);
    case 'audience':
      return { org: always(ORGANISATION), ...subject(model), ...definitions(model) };
  }
};

/** Rules of a form pass over what is not filled in yet; guards and deadlines must not. */
const STRICT: readonly Place['at'][] = [
  'start',
  'quota',
  'quota-max',
  'action',
  'settle',
  'deadline',
  'metric',
  'audience',
  'select',
  'rights-row',
  'task',
  'ballot',
  'gather',
];

const placeName = (place: Place): string =>
  'roster' in place ? `${place.at} ${place.roster}` : 'table' in place ? `${place.at} ${place.table}` : place.at;

const known = new WeakMap<FormModel, Map<string, Environment>>();

/** The variables of a place with their types; built once for a model. */
export const environmentFor = (model: FormModel, place: Place): Environment => {
  const places = known.get(model) ?? new Map<string, Environment>();
  known.set(model, places);
  const name = placeName(place);
  const found = places.get(name);
  if (found !== undefined) return found;
  const environment: Environment = {
    names: new Map(Object.entries(namesAt(model, place))),
    time: { zone: model.programme.zone, calendar: model.calendar },
    repeat: 'roster' in place ? (rowType(model.form, place.roster)?.max ?? 1) : 1,
    strict: STRICT.includes(place.at),
  };
  places.set(name, environment);
  return environment;
};

/** As much of a model as the rules of its form need, as plain JSON: what the server hands to the browser. */
export const formModelOf = ({ form, workflow, programme, calendar }: CaseModel): FormModel => {
  const { key, subject: whom, params, periods } = workflow;
  const { title, zone, locales, params: common, tables, money, notice } = programme;
  return {
    form,
    workflow: { key, subject: whom, ...(params && { params }), ...(periods && { periods }) },
    programme: {
      key: programme.key,
      title,
      zone,
      locales,
      ...(common && { params: common }),
      ...(tables && { tables }),
      ...(money && { money }),
      ...(notice && { notice }),
    },
    calendar,
  };
};

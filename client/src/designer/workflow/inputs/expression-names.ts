import { at } from '../../yaml/read-yaml.ts';
import type { WorkflowDesk } from '../desk-context.ts';
import { contestSource, entryFields, gatheredWorkflow } from '../entries.ts';
import { keysAt, recordAt, titleOf } from '../names.ts';

/** Where an expression stands decides which names it knows. */
export type ExpressionPlace =
  | 'guard'
  | 'row'
  | 'due'
  | 'metric'
  | 'settle'
  | 'audience'
  | 'gather'
  | 'quota'
  | 'start'
  | 'task'
  | 'ballot'
  | 'entry';

export interface ExpressionName {
  name: string;
  /** What it is: a title of the definition itself, or the key of a screen text. */
  title?: string;
  text?: string;
}

const formNames = (desk: WorkflowDesk, place: ExpressionPlace): ExpressionName[] => {
  const rosters = desk.surroundings.fields.filter(({ sort }) => sort === 'roster').map(({ value }) => value);
  return desk.surroundings.fields.flatMap(({ value, label, sort }) => {
    const roster = rosters.find((key) => value.startsWith(`${key}.`));
    if (sort === 'section') return [];
    if (roster === undefined) return [{ name: `form.${value}`, title: label }];
    return place === 'row' ? [{ name: `row.${value.slice(roster.length + 1)}`, title: label }] : [];
  });
};

const paramNames = (holder: unknown, prefix: string, language: string): ExpressionName[] =>
  keysAt(holder, ['params']).map((key) => ({
    name: `${prefix}params.${key}`,
    title: titleOf(at(holder, ['params', key, 'title']), language, key),
  }));

const told = (...names: string[]): ExpressionName[] =>
  names.map((name) => ({ name, text: `workflow.name.${name.replaceAll(/[^a-z_.]/g, '')}` }));

const gatheredNames = (desk: WorkflowDesk): ExpressionName[] =>
  entryFields(desk, at(desk.workflow, ['gather', 'as'])).map(({ value, label }) => ({
    name: `c.form.${value}`,
    title: label,
  }));

/** What a task is done for one by one: a row, or a gathered case. */
const subjectNames = (desk: WorkflowDesk): ExpressionName[] => {
  const gathered = entryFields(desk, at(desk.workflow, ['gather', 'as'])).map(({ value, label }) => ({
    name: `entry.form.${value}`,
    title: label,
  }));
  return gathered.length === 0 ? [] : [...told('entry.org.code'), ...gathered];
};

/** In which state the gathered cases are: whole, for nobody knows the keys of another workflow's states by heart. */
const gatheredStates = (desk: WorkflowDesk): ExpressionName[] => {
  const workflow = gatheredWorkflow(desk);
  return keysAt(workflow, ['states']).map((key) => ({
    name: `c.state == "${key}"`,
    title: titleOf(at(workflow, ['states', key, 'title']), desk.language, key),
  }));
};

/** What a ranking sees of an entry. */
const entryNames = (desk: WorkflowDesk): ExpressionName[] => {
  const source = contestSource(desk);
  const isGathered = source !== undefined && source === at(desk.workflow, ['gather', 'as']);
  const metrics = isGathered ? keysAt(gatheredWorkflow(desk), ['metrics']) : [];
  return [
    ...entryFields(desk, source)
      .filter(({ type }) => type !== 'file')
      .map(({ value, label }) => ({ name: `e.${value}`, title: label })),
    ...metrics.map((key) => ({ name: `e.metrics.${key}`, text: 'workflow.metric' })),
  ];
};

const moneyNames = (desk: WorkflowDesk): ExpressionName[] =>
  Object.entries(recordAt(desk.surroundings.programme, ['money']))
    .filter(([, amount]) => typeof amount === 'number')
    .map(([key]) => ({ name: `programme.money.${key}`, text: 'contest.money' }));

/** The names that an expression may use at its place, with what each is. */
export const namesFor = (desk: WorkflowDesk, place: ExpressionPlace): ExpressionName[] => {
  const { workflow, surroundings, language } = desk;
  const params = [...paramNames(workflow, '', language), ...paramNames(surroundings.programme, 'programme.', language)];
  const isPeriodic = JSON.stringify(at(workflow, ['subject', 'per']) ?? []).includes('period');
  const period = isPeriodic ? told('period.from', 'period.to', 'period.due') : [];
  if (place === 'audience') return [...told('org.code', 'org.kinds', 'org.level'), ...params];
  if (place === 'gather')
    return [
      ...gatheredStates(desk),
      ...told('c.state', 'c.final', 'c.org.code', 'c.submitted'),
      ...gatheredNames(desk),
      ...params,
    ];
  if (place === 'quota') return [...told('c.state', 'c.final', 'c.org.code', 'c.submitted'), ...params];
  if (place === 'ballot') return [...params, ...moneyNames(desk)];
  if (place === 'entry') return [...entryNames(desk), ...params];
  if (place === 'task')
    return [...told('actor.organisation.code'), ...formNames(desk, 'row'), ...subjectNames(desk), ...params];
  if (place === 'start') return [...told('org.code', 'org.kinds', 'now'), ...params];
  if (place === 'settle') return [...told('series.submitted', 'series.accepted', 'series.all'), ...params];
  if (place === 'due') return [...period, ...formNames(desk, place), ...params];
  const gathered = at(workflow, ['gather']) === undefined ? [] : told('entries.size()', 'entries');
  if (place === 'metric') return [...formNames(desk, place), ...gathered, ...params];
  return [
    ...formNames(desk, place),
    ...gathered,
    ...period,
    ...told('org.code', 'org.kinds', 'comment', 'now', 'actor.organisation.code', 'series.submitted'),
    ...keysAt(workflow, ['deadlines']).map((key) => ({
      name: `deadline.${key}.due`,
      title: titleOf(at(workflow, ['deadlines', key, 'title']), language, key),
    })),
    ...params,
  ];
};

/** Forms that are often meant, to begin from. */
export const EXAMPLES = ['size() >= 1', '== ', '>= ', '&& ', '|| ', 'sum( )', 'days_between( , )'] as const;

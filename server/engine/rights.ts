import type { Area, Right } from '../contract/definition/actor.ts';
import type { Form } from '../contract/definition/form.ts';
import type { State } from '../contract/definition/workflow.ts';
import type { Reach } from '../contract/wire/case.ts';
import { actionsOf } from './action.ts';
import { partsOf, type Part } from './actor.ts';
import { holds } from './ask.ts';
import { isRoster, rowId, type Data } from './data.ts';
import { allFields } from './form/fields.ts';
import { union } from './reach.ts';
import { rolesMay, submitters } from './standing.ts';
import type { Situation } from './situation.ts';

/** What somebody may read, change and remark upon in a case as it stands. */
export interface Rights {
  read: Reach;
  write: Reach;
  remark: Reach;
}

const NOTHING: Rights = { read: 'none', write: 'none', remark: 'none' };

/**
 * What the person of the facts may do with the data. The rights of the state are the whole list: an actor who is not named
 * reads nothing (title, status and dates only), unless there is something for that actor to do in the state. A state
 * without rights is read by every actor and written by nobody. With `proxy` the person writes as those who submit.
 */
export const rightsOf = (situation: Situation, { proxy = false } = {}): Rights => {
  const { model, case: current, facts } = situation;
  const state = model.workflow.states[current.state];
  if (state === undefined) return NOTHING;
  const own = partsOf(model, { case: current, person: facts.person, data: facts.data });
  const parts = proxy ? [...own, ...proxyParts(situation, own)] : own;
  const each = parts.map((part) => rightsAs(situation, state, part));
  const write = union(each.map((right) => right.write));
  return {
    read: union([...each.map((right) => right.read), write]),
    write: current.status === 'open' ? withComputed(model.form, write) : 'none',
    remark: current.status === 'open' ? union(each.map((right) => right.remark)) : 'none',
  };
};

/** What is computed follows from what is written and is made anew: whoever may write anything may send it along. */
const withComputed = (form: Form, write: Reach): Reach => {
  if (typeof write === 'string') return write;
  const computed = allFields(form).filter(({ field }) => field['x-computed'] !== undefined);
  return { ...write, fields: [...write.fields, ...computed.map(({ path }) => path.join('.'))] };
};

/** Whether the actor has anything to do in a state: an action, or a task. */
const actsIn = (state: State, actor: string): boolean => {
  const isInAction = actionsOf(state).some(([, action]) => action.by.includes(actor));
  return isInAction || Object.values(state.tasks ?? {}).some((task) => task.actors.includes(actor));
};

/** Those of the person's parts that may stand in for the submitters, turned into submitters. */
const proxyParts = ({ model }: Situation, own: readonly Part[]): Part[] => {
  const by = model.workflow.proxy?.by ?? [];
  const proxies = own.filter(
    ({ actor, role }) => by.includes(actor) && rolesMay(model, role === null ? [] : [role], 'cases.review'),
  );
  return proxies.flatMap((part) => submitters(model).map((actor) => ({ ...part, actor })));
};

const rightsAs = (situation: Situation, state: State, part: Part): Rights => {
  const named: Right | undefined = state.rights === undefined ? { read: 'all' } : state.rights[part.actor];
  const { read, write, remark } = named ?? {};
  return {
    read: actsIn(state, part.actor) ? 'all' : reachOf(situation, part, read),
    write: reachOf(situation, part, write),
    remark: typeof remark === 'boolean' ? (remark ? 'all' : 'none') : reachOf(situation, part, remark),
  };
};

const reachOf = (situation: Situation, part: Part, area: Area | undefined): Reach => {
  if (area === undefined) return 'none';
  if (area === 'all') return 'all';
  if (area === 'queried') return { fields: [], cells: situation.facts.openQueries };
  const fields = [...(area.sections ?? []), ...(area.fields ?? [])];
  if (area.rows === undefined) return { fields };
  const rosters = Object.entries(rostersOf(situation.facts.data));
  const asked = rosters.filter(
    ([key, { path }]) => fields.length === 0 || fields.includes(key) || fields.includes(path),
  );
  const rows = asked.map(([key, { rows }]) => [
    key,
    rowsThat(situation, { part, roster: key, condition: area.rows ?? '' }, rows),
  ]);
  const isRosterName = (field: string): boolean => asked.some(([key, { path }]) => field === key || field === path);
  return {
    fields: fields.filter((field) => !isRosterName(field)),
    rows: Object.fromEntries(rows) as Record<string, string[]>,
  };
};

/** The rosters of the data at the top and one section deep, by key. */
const rostersOf = (data: Data): Record<string, { path: string; rows: Data[] }> => {
  const found: Record<string, { path: string; rows: Data[] }> = {};
  for (const [key, value] of Object.entries(data)) {
    if (isRoster(value)) found[key] = { path: key, rows: value };
    else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [inner, rows] of Object.entries(value))
        if (isRoster(rows)) found[inner] = { path: `${key}.${inner}`, rows };
    }
  }
  return found;
};

/** The ids of the rows for which the condition holds; a row for which it cannot be told is left out. */
const rowsThat = (
  situation: Situation,
  { part, roster, condition }: { part: Part; roster: string; condition: string },
  rows: readonly Data[],
): string[] =>
  rows
    .filter((row, index) =>
      holds(situation, { place: { at: 'rights-row', roster }, part, row: { row, index } }, condition),
    )
    .map(rowId)
    .filter((id) => id !== '');

import type { ScenarioEntry } from '../contract/definition/scenario.ts';
import type { Target } from '../contract/definition/workflow.ts';
import { actionIn } from './action.ts';
import type { Effect } from './effect.ts';
import type { Entry } from './command.ts';
import type { Model } from './model.ts';

/** Cases of another workflow that the case of a scenario can gather. */

/** The entries as a scenario gives them; without an organisation they belong to one of their own. */
export const entriesOf = (model: Model, given: readonly ScenarioEntry[] = []): Entry[] => {
  const held = model.siblings?.[model.workflow.gather?.workflow ?? ''];
  return given.map(({ id, organisation = {}, state, period, form = {}, metrics = {} }, index) => {
    const name = id ?? `entry_${index + 1}`;
    const { code = name, title = code, kind, kinds } = organisation;
    return {
      ...{ id: name, state, period: period ?? null, metrics, form },
      status: held?.workflow.states[state]?.final === undefined ? 'open' : 'done',
      final: held?.workflow.states[state]?.final ?? null,
      submitted: Object.keys(form).length > 0,
      ...{ zero: false, late: false, due: null },
      org: { code, title, kinds: kinds ?? (kind === undefined ? [] : [kind]) },
    };
  });
};

const leadsTo = (to: Target): string | undefined => (typeof to === 'string' ? to : to.at(-1)?.state);

/** The entries after they took an action together; the name of the first that cannot, where one cannot. */
export const movedTogether = (
  model: Model,
  entries: readonly Entry[],
  { action, cases }: Extract<Effect, { kind: 'members' }>,
): { ok: true; entries: Entry[] } | { ok: false; member: string } => {
  const held = model.siblings?.[model.workflow.gather?.workflow ?? '']?.workflow;
  const moved: Entry[] = [];
  for (const entry of entries) {
    if (!cases.includes(entry.id)) {
      moved.push(entry);
      continue;
    }
    const rule = actionIn(held?.states[entry.state], action);
    const state = rule === null ? undefined : leadsTo(rule.to);
    if (state === undefined) return { ok: false, member: entry.id };
    const final = held?.states[state]?.final ?? null;
    moved.push({ ...entry, state, final, status: final === null ? 'open' : 'done' });
  }
  return { ok: true, entries: moved };
};

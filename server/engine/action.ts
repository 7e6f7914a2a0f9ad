import type { Action, Reaction, State, Workflow } from '../contract/definition/workflow.ts';
import { lookup } from './data.ts';

/** Under `on`, names that begin with `@` are the engine's own events; all others are actions of people. */
export const actionsOf = (state: State): [string, Action][] =>
  Object.entries(state.on ?? {}).flatMap(([key, rule]) => ('kind' in rule ? [[key, rule] as [string, Action]] : []));

export const actionIn = (state: State | undefined, key: string): Action | null => {
  const rule = lookup(state?.on, key);
  return rule !== undefined && 'kind' in rule ? rule : null;
};

export const reactionIn = (state: State | undefined, event: string): Reaction | null => {
  const rule = lookup(state?.on, event);
  return rule !== undefined && !('kind' in rule) ? rule : null;
};

/** The actions of this key anywhere in the workflow; none where no state has it. */
export const actionsNamed = (workflow: Workflow, key: string): Action[] =>
  Object.values(workflow.states).flatMap((state) => actionIn(state, key) ?? []);

/** Whether a report is sent from a state: it has a submit or a zero report. */
export const isReporting = (state: State): boolean =>
  actionsOf(state).some(([, { kind }]) => kind === 'submit' || kind === 'zero');

/** The actors who are awaited in a state: those with an action that is more than taking one's own report back, and those with a task. */
export const awaitedIn = (state: State | undefined): string[] => {
  if (state === undefined) return [];
  const acting = actionsOf(state).filter(([, { kind }]) => kind !== 'withdraw');
  const tasks = Object.values(state.tasks ?? {});
  return [...new Set([...acting.flatMap(([, action]) => action.by), ...tasks.flatMap(({ actors }) => actors)])];
};

import type { Workflow } from '../../contract/definition/workflow.ts';
import { targetsOf } from './references.ts';

/** The states to which the rules of a state lead; `only` narrows them to events or to what people do. */
const nextOf = (workflow: Workflow, key: string, only?: 'events'): string[] => {
  const state = workflow.states[key];
  if (state === undefined) return [];
  return targetsOf(state, [])
    .filter(({ path }) => only === undefined || String(path[1]).startsWith('@'))
    .map(({ name }) => name)
    .filter((name) => Object.hasOwn(workflow.states, name));
};

/** Every state that can be reached from the given ones, they included. */
export const reachable = (workflow: Workflow, from: readonly string[], only?: 'events'): Set<string> => {
  const seen = new Set(from);
  for (const key of seen) for (const next of nextOf(workflow, key, only)) seen.add(next);
  return seen;
};

/** Whether events alone can lead from a state back to itself. */
export const isInEventCycle = (workflow: Workflow, key: string): boolean =>
  reachable(workflow, nextOf(workflow, key, 'events'), 'events').has(key);

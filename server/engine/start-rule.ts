import type { Actor } from '../contract/definition/actor.ts';
import type { StartAfter, StartByPeople } from '../contract/definition/start.ts';
import type { Workflow } from '../contract/definition/workflow.ts';
import { actionsOf } from './action.ts';
import type { Effect } from './effect.ts';

/** How cases begin otherwise than by publishing: by people, or after a case of another workflow. */

type Starting = Pick<Workflow, 'start'>;

/** The rule by which people begin cases; null where they do not. */
export const startByPeople = ({ start }: Starting): StartByPeople | null =>
  typeof start === 'object' && 'by' in start ? start : null;

/** What of another workflow begins a case; null where nothing does. */
export const startAfter = ({ start }: Starting): StartAfter['after'] | null =>
  typeof start === 'object' && 'after' in start ? start.after : null;

const isPublic = (actor: Actor | undefined): boolean =>
  actor !== undefined && 'role' in actor && actor.scope === 'public';

/** The actors who sign up without an account. Playing them means to begin a case, never to look into those of others. */
export const publicStarters = (workflow: Pick<Workflow, 'start' | 'actors'>): string[] =>
  (startByPeople(workflow)?.by ?? []).filter((actor) => isPublic(workflow.actors[actor]));

/** The action with which somebody signs up: the first submit of the first state for such an actor; null where there is none. */
export const signUpAction = (workflow: Workflow): string | null => {
  const starters = publicStarters(workflow);
  const state = workflow.states[workflow.initial];
  const found = actionsOf(state ?? { title: '' }).find(
    ([, { kind, by }]) => kind === 'submit' && by.some((actor) => starters.includes(actor)),
  );
  return found?.[0] ?? null;
};

/** What a step has brought about, as `start.after` names it: states that were entered, and events. */
const occurrences = (effects: readonly Effect[]): string[] =>
  effects.flatMap((effect) => {
    if (effect.kind !== 'history') return [];
    const { type, from, to, action, payload } = effect.event;
    const entered = to !== null && to !== from ? [to] : [];
    const deadline = typeof payload['deadline'] === 'string' ? payload['deadline'] : '';
    if (type === 'deadline-passed') return [`@due.${deadline}`];
    if (type === 'grace-ended') return [`@late.${deadline}`];
    return type === 'reacted' && action !== null ? [action, ...entered] : entered;
  });

/** Those of the workflows of which a case begins after this step of a case of the workflow `key`. */
export const begunAfter = <One extends { workflow: Starting }>(
  models: readonly One[],
  key: string,
  effects: readonly Effect[],
): One[] => {
  const candidates = models.filter(({ workflow }) => startAfter(workflow)?.workflow === key);
  if (candidates.length === 0) return [];
  const happened = new Set(occurrences(effects));
  return candidates.filter(({ workflow }) => happened.has(startAfter(workflow)?.on ?? ''));
};

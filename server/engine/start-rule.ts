import type { Actor } from '../contract/definition/actor.ts';
import type { StartAfter, StartByPeople } from '../contract/definition/start.ts';
import type { Workflow } from '../contract/definition/workflow.ts';
import { actionsOf } from './action.ts';

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

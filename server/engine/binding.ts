import type { Programme } from '../contract/definition/programme.ts';

/** Which workflows of a programme run, now that one text may stand for several of them. */

type Parts = Pick<Programme, 'workflows' | 'uses'>;

/** Whether a workflow is there only to be bound: it has no cases of its own. */
export const isTemplate = ({ workflows, uses = [] }: Parts, key: string): boolean =>
  !workflows.includes(key) && !uses.some(({ as }) => as === key) && uses.some(({ workflow }) => workflow === key);

/** Whether cases of this workflow are made: the programme lists it, or binds another one under this key. */
export const isRun = ({ workflows, uses = [] }: Parts, key: string): boolean =>
  workflows.includes(key) || uses.some(({ as }) => as === key);

/** The keys of all workflows that run, in the order of the screen: listed ones, then those bindings that are not listed. */
export const keysInOrder = ({ workflows, uses = [] }: Parts): string[] => [
  ...new Set([...workflows, ...uses.map(({ as }) => as)]),
];

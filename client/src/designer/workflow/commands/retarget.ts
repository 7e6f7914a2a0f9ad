import { setAt } from '../../yaml/edit-yaml.ts';
import type { Command } from './command.ts';
import { targetPath, type Transition } from './transitions.ts';

/** Leads a transition to another state. */
export const retarget = (transition: Transition, to: string): Command => ({
  name: 'workflow.command.retarget',
  apply: (text) => setAt(text, targetPath(transition), to),
  select: ['states', transition.from, 'on', transition.name],
});

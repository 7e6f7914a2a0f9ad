import { renameAt, setAt } from '../../yaml/edit-yaml.ts';
import { at, valueOf } from '../../yaml/read-yaml.ts';
import type { Command } from './command.ts';
import { targetPath, transitionsOf } from './transitions.ts';

/** Another key for a state that was never published, at every place that names it. */
export const renameState = (before: string, key: string): Command => ({
  name: 'workflow.command.rename-state',
  apply: (text) => {
    const workflow = valueOf(text);
    if (at(workflow, ['states', key]) !== undefined) return text;
    const led = transitionsOf(workflow)
      .filter(({ to }) => to === before)
      .reduce((left, transition) => setAt(left, targetPath(transition), key), text);
    const begun = at(workflow, ['initial']) === before ? setAt(led, ['initial'], key) : led;
    return renameAt(begun, ['states', before], key);
  },
  select: ['states', key],
});

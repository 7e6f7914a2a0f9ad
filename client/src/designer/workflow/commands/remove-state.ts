import { removeAt, setAt } from '../../yaml/edit-yaml.ts';
import { at, valueOf } from '../../yaml/read-yaml.ts';
import type { Command } from './command.ts';
import { targetPath, transitionsOf } from './transitions.ts';

/**
 * Takes a state out. What led to it leads to `instead`, so that no way ends in nothing; without it the ways go too.
 */
export const removeState = (key: string, instead: string | null): Command => ({
  name: 'workflow.command.remove-state',
  apply: (text) => {
    const workflow = valueOf(text);
    const leading = transitionsOf(workflow)
      .filter(({ from, to }) => to === key && from !== key)
      .toReversed();
    const led = leading.reduce(
      (left, transition) =>
        instead === null ? removeTransition(left, transition) : setAt(left, targetPath(transition), instead),
      text,
    );
    const begun = at(workflow, ['initial']) === key && instead !== null ? setAt(led, ['initial'], instead) : led;
    return removeAt(begun, ['states', key]);
  },
  select: instead === null ? [] : ['states', instead],
});

const removeTransition = (text: string, transition: Parameters<typeof targetPath>[0]): string => {
  const { from, name, index } = transition;
  return removeAt(text, index === null ? ['states', from, 'on', name] : ['states', from, 'on', name, 'to', index]);
};

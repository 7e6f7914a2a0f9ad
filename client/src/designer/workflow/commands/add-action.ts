import { insertAfter, setAt } from '../../yaml/edit-yaml.ts';
import { at, isRecord, valueOf } from '../../yaml/read-yaml.ts';
import type { Command } from './command.ts';

/** Adds an action, or what a built-in event leads to, as the last of a state. */
export const addAction = (state: string, name: string, rule: unknown): Command => ({
  name: 'workflow.command.add-action',
  apply: (text) => {
    const on = at(valueOf(text), ['states', state, 'on']);
    if (!isRecord(on)) return setAt(text, ['states', state, 'on'], { [name]: rule });
    return insertAfter(text, ['states', state, 'on'], {
      key: name,
      value: rule,
      after: Object.keys(on).at(-1) ?? null,
    });
  },
  select: ['states', state, 'on', name],
});

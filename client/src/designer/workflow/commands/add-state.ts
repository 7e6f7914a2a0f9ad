import { insertAfter } from '../../yaml/edit-yaml.ts';
import type { Command } from './command.ts';

/** Adds a state that nothing leads to yet. */
export const addState = ({ key, title, after }: { key: string; title: unknown; after: string | null }): Command => ({
  name: 'workflow.command.add-state',
  apply: (text) => insertAfter(text, ['states'], { key, value: { title }, after }),
  select: ['states', key],
});

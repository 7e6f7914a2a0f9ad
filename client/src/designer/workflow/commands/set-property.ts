import { setAt } from '../../yaml/edit-yaml.ts';
import type { Path } from '../../yaml/read-yaml.ts';
import type { Command } from './command.ts';

/** Gives a property another value; `undefined` takes it away. A text that is being typed is one step. */
export const setProperty = (path: Path, value: unknown): Command => {
  const isTyped = value !== undefined && !Array.isArray(value);
  return {
    name: 'workflow.command.set-property',
    apply: (text) => setAt(text, path, value),
    ...(isTyped ? { merge: JSON.stringify(path) } : {}),
  };
};

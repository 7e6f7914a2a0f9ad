import { removeAt } from '../../yaml/edit-yaml.ts';
import type { Path } from '../../yaml/read-yaml.ts';
import type { Command } from './command.ts';

/** Takes something away with everything that stands under it. */
export const removeEntry = (path: Path): Command => ({
  name: 'workflow.command.remove-entry',
  apply: (text) => removeAt(text, path),
  select: path.slice(0, path.length > 2 ? -2 : 0),
});

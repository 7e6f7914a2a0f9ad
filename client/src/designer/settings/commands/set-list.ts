import type { Command } from '../../workflow/commands/command.ts';
import { setAt } from '../../yaml/edit-yaml.ts';
import type { Path } from '../../yaml/read-yaml.ts';

/** Gives a list that a definition cannot do without other members; an empty one stays as `[]`. */
export const setList = (path: Path, list: readonly unknown[]): Command => ({
  name: 'settings.command.list',
  apply: (text) => setAt(text, path, [...list]),
});

import type { Command } from '../../workflow/commands/command.ts';
import { setAt } from '../../yaml/edit-yaml.ts';
import { at, isRecord, type Path, valueOf } from '../../yaml/read-yaml.ts';

/** Takes an entry out of a map that a definition cannot do without: the last one leaves it as `{}`. */
export const removeKeyed = (path: Path): Command => ({
  name: 'settings.command.remove',
  apply: (text) => {
    const above = path.slice(0, -1);
    const map = at(valueOf(text), above);
    const isLast = isRecord(map) && Object.keys(map).length === 1 && at(map, path.slice(-1)) !== undefined;
    return isLast ? setAt(text, above, {}) : setAt(text, path, undefined);
  },
});

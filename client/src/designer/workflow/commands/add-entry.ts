import { insertAfter } from '../../yaml/edit-yaml.ts';
import { at, isRecord, type Path, valueOf } from '../../yaml/read-yaml.ts';
import type { Command } from './command.ts';

/** Adds something that has a key of its own: an actor, a deadline, a measure, a task, a message. */
export const addEntry = (path: Path, key: string, value: unknown): Command => ({
  name: 'workflow.command.add-entry',
  apply: (text) => {
    const before = at(valueOf(text), path);
    const after = isRecord(before) ? (Object.keys(before).at(-1) ?? null) : null;
    return insertAfter(text, path, { key, value, after });
  },
  select: [...path, key],
});

import { invertPatches, type Patch } from './patch.ts';

export type ChangeCause = 'edit' | 'paste' | 'cut' | 'clear' | 'fill' | 'add' | 'remove' | 'move' | 'undo' | 'redo';

/** What happened to the rows, for a host that saves or explains changes. */
export interface GridChange {
  readonly cause: ChangeCause;
  readonly patches: readonly Patch[];
}

/** What can be undone and redone; the newest stands last in both. */
export interface History {
  readonly past: readonly (readonly Patch[])[];
  readonly future: readonly (readonly Patch[])[];
}

export const emptyHistory: History = { past: [], future: [] };

/** How many steps can be undone; older ones are forgotten. */
export const historyLimit = 200;

export const record = (history: History, patches: readonly Patch[]): History => ({
  past: [...history.past, patches].slice(-historyLimit),
  future: [],
});

/** Adds to the newest step what followed from it, so that both are undone together. */
export const complete = (history: History, patches: readonly Patch[]): History => {
  const last = history.past.at(-1);
  if (last === undefined || patches.length === 0) return history;
  return { ...history, past: [...history.past.slice(0, -1), [...last, ...patches]] };
};

export interface Replay {
  readonly history: History;
  readonly patches: readonly Patch[];
}

/** The patches that take the newest step back; undefined when there is none. */
export const undo = (history: History): Replay | undefined => {
  const last = history.past.at(-1);
  if (last === undefined) return undefined;
  return {
    history: { past: history.past.slice(0, -1), future: [...history.future, last] },
    patches: invertPatches(last),
  };
};

/** The patches that make the newest undone step again; undefined when there is none. */
export const redo = (history: History): Replay | undefined => {
  const last = history.future.at(-1);
  if (last === undefined) return undefined;
  return {
    history: { past: [...history.past, last], future: history.future.slice(0, -1) },
    patches: last,
  };
};

import { useLayoutEffect, useRef, useState } from 'react';
import type { RosterGridProps } from './grid-props.ts';
import { complete, emptyHistory, record, redo, undo, type ChangeCause, type History, type Replay } from './history.ts';
import { applyPatches, cellDifference, type Patch } from './patch.ts';
import type { GridRow } from './row.ts';

/** Changing the rows, and taking it back. */
export interface Changes {
  /** The rows after the last change, even before they are drawn. */
  readonly latest: () => readonly GridRow[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly commit: (cause: ChangeCause, patches: readonly Patch[]) => void;
  /** Takes the last change back and returns what that did; undefined where there is none. */
  readonly undo: () => readonly Patch[] | undefined;
  readonly redo: () => readonly Patch[] | undefined;
}

/** Rows handed to the host, whose answer is awaited. */
interface Handed {
  readonly before: readonly GridRow[];
  readonly after: readonly GridRow[];
}

interface State {
  readonly rows: readonly GridRow[];
  readonly history: History;
  readonly handed?: Handed | undefined;
}

/**
 * What the host itself changed in answer, such as a cell that a condition now rules out, belongs to the step that
 * caused it: undo brings it back as well.
 */
const answered = ({ history, handed }: State, rows: readonly GridRow[]): State => {
  if (handed === undefined || rows === handed.before) return { rows, history, handed };
  return { rows, history: complete(history, cellDifference(handed.after, rows)) };
};

export const useChanges = ({ rows, onChange }: Pick<RosterGridProps, 'rows' | 'onChange'>): Changes => {
  const [can, setCan] = useState({ undo: false, redo: false });
  // Two changes may come from one key, before React draws the first; the second builds on it
  const state = useRef<State>({ rows, history: emptyHistory });
  useLayoutEffect(() => {
    state.current = answered(state.current, rows);
  });
  const apply = (cause: ChangeCause, { patches, history }: Replay): void => {
    const { rows: latest, handed } = state.current;
    const after = applyPatches(latest, patches);
    const before = handed?.before ?? latest;
    const replayed = cause === 'undo' || cause === 'redo';
    state.current = { rows: after, history, handed: replayed ? undefined : { before, after } };
    setCan({ undo: history.past.length > 0, redo: history.future.length > 0 });
    onChange?.(after, { cause, patches });
  };
  const replay = (cause: ChangeCause, found: Replay | undefined): readonly Patch[] | undefined => {
    if (found !== undefined) apply(cause, found);
    return found?.patches;
  };
  return {
    latest: () => state.current.rows,
    canUndo: can.undo,
    canRedo: can.redo,
    commit: (cause, patches) => {
      if (patches.length > 0) apply(cause, { patches, history: record(state.current.history, patches) });
    },
    undo: () => replay('undo', undo(state.current.history)),
    redo: () => replay('redo', redo(state.current.history)),
  };
};

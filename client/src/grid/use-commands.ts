import { useRef, useState } from 'react';
import type { ChangeCause } from './history.ts';
import { clearCells, fillDown, moveRows, removeRows, setCell } from './edits.ts';
import type { Command } from './keys.ts';
import type { Patch } from './patch.ts';
import { isEmpty } from './row.ts';
import { enter, rangeOf, selectAll, selectCell, step, tab, type CellRange } from './selection.ts';
import type { Roster } from './use-roster.ts';
import type { Selecting } from './use-selection.ts';

/** What the grid says after an act, with a way back where rows are gone. */
export interface Message {
  readonly text: string;
  readonly undoable: boolean;
}

export interface Commands {
  readonly message: Message | undefined;
  readonly say: (text: string, undoable?: boolean) => void;
  /** Changes the rows; earlier messages are past. */
  readonly commit: (cause: ChangeCause, patches: readonly Patch[]) => void;
  /** Gives the active cell a value; in the row that does not exist yet, adds it. */
  readonly keep: (value: unknown) => void;
  /** Carries a command out; false where the key stays the browser's own. */
  readonly run: (command: Command) => boolean;
  readonly addRow: (at: number) => void;
}

interface CommandSource {
  readonly roster: Roster;
  readonly selecting: Selecting;
  readonly pageRows: () => number;
  /** Opens or remarks on the active cell, where typing is not possible. */
  readonly act: () => void;
  readonly enterActs: boolean;
}

/** Where a change is to be seen: its first cell or row. */
const placeOf = (patches: readonly Patch[], roster: Roster, column: number) => {
  const [first] = patches;
  if (first === undefined) return undefined;
  if (first.op === 'set') {
    const field = roster.columns.findIndex((other) => other.key === first.field);
    return { row: roster.latest().findIndex((row) => row._id === first.row), column: field === -1 ? column : field };
  }
  return { row: first.op === 'move' ? first.to : first.at, column };
};

export const useCommands = ({ roster, selecting, pageRows, act, enterActs }: CommandSource): Commands => {
  const { labels } = roster.context;
  const { selection, go, extent } = selecting;
  const [message, setMessage] = useState<Message>();
  // Escape lets the next Tab leave the grid, so that the keyboard is never caught in it
  const released = useRef(false);

  const say: Commands['say'] = (text, undoable = false) => {
    setMessage({ text, undoable });
  };
  const commit: Commands['commit'] = (cause, patches) => {
    setMessage(undefined);
    roster.commit(cause, patches);
  };
  /** The selected rows that exist. */
  const range = (): CellRange => {
    const { bottom, ...rest } = rangeOf(selection);
    return { ...rest, bottom: Math.min(bottom, roster.latest().length - 1) };
  };
  const keep: Commands['keep'] = (value) => {
    const rows = roster.latest();
    const row = rows[selection.active.row];
    const column = roster.columns[selection.active.column];
    if (column === undefined) return;
    if (row !== undefined) commit('edit', setCell(row, column.key, value));
    else if (!isEmpty(value)) {
      const added = { ...roster.newRow(), [column.key]: value };
      commit('add', [{ op: 'insert', at: rows.length, rows: [added] }]);
    }
  };
  const addRow: Commands['addRow'] = (at) => {
    if (!roster.canChangeRows) return;
    if (roster.latest().length >= roster.maxRows) {
      say(labels.full(roster.maxRows));
      return;
    }
    commit('add', [{ op: 'insert', at, rows: [roster.newRow()] }]);
    go(selectCell({ row: at, column: 0 }));
  };
  const dropRows = (): void => {
    const { top, bottom } = range();
    if (!roster.canChangeRows || bottom < top) return;
    commit('remove', removeRows(roster.latest(), top, bottom));
    say(labels.removed(bottom - top + 1), true);
    go(selectCell({ row: top, column: selection.active.column }));
  };
  const shiftRows = (by: 1 | -1): void => {
    const patches = roster.canChangeRows ? moveRows(roster.latest(), range(), by) : [];
    if (patches.length === 0) return;
    commit('move', patches);
    const shifted = (cell: { row: number; column: number }) => ({ ...cell, row: cell.row + by });
    go({ active: shifted(selection.active), corner: shifted(selection.corner) });
  };
  const replay = (patches: readonly Patch[] | undefined): void => {
    setMessage(undefined);
    const place = placeOf(patches ?? [], roster, selection.active.column);
    if (place !== undefined) go(selectCell(place));
  };
  const leave = (command: Extract<Command, { do: 'tab' }>): boolean => {
    const next = tab(selection, command.back, extent());
    if (next !== undefined) go(next);
    return next !== undefined;
  };

  const run: Commands['run'] = (command) => {
    const free = released.current;
    released.current = command.do === 'release';
    switch (command.do) {
      case 'tab':
        return !free && leave(command);
      case 'step':
        go(step(selection, command, extent()));
        break;
      case 'page': {
        const by = { row: command.back ? -pageRows() : pageRows(), column: 0 };
        go(step(selection, { by, extend: command.extend }, extent()));
        break;
      }
      case 'enter':
        if (enterActs) act();
        else go(enter(selection, command.back, extent()));
        break;
      case 'select-all':
        go(selectAll(extent()));
        break;
      case 'edit':
      case 'open':
        act();
        break;
      case 'clear':
        commit('clear', clearCells({ ...roster, rows: roster.latest() }, range()));
        break;
      case 'fill-down':
        commit('fill', fillDown({ ...roster, rows: roster.latest(), canWrite: roster.canType }, range()));
        break;
      case 'insert-row':
        addRow(Math.min(rangeOf(selection).bottom + 1, roster.latest().length));
        break;
      case 'remove-rows':
        dropRows();
        break;
      case 'move-rows':
        shiftRows(command.by);
        break;
      case 'undo':
        replay(roster.undo());
        break;
      case 'redo':
        replay(roster.redo());
        break;
      case 'release':
      case 'toggle':
        break;
    }
    return true;
  };
  return { message, say, commit, keep, run, addRow };
};

import type { CellAt } from './selection.ts';

/** The parts of a keyboard event that decide what it means. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** What a key asks for while nothing is being typed. */
export type Command =
  | { readonly do: 'step'; readonly by: CellAt; readonly extend: boolean }
  | { readonly do: 'page'; readonly back: boolean; readonly extend: boolean }
  | { readonly do: 'tab'; readonly back: boolean }
  | { readonly do: 'enter'; readonly back: boolean }
  | { readonly do: 'move-rows'; readonly by: 1 | -1 }
  | {
      readonly do:
        | 'edit'
        | 'open'
        | 'toggle'
        | 'clear'
        | 'release'
        | 'undo'
        | 'redo'
        | 'fill-down'
        | 'select-all'
        | 'insert-row'
        | 'remove-rows';
    };

const arrows: Readonly<Record<string, CellAt>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

const far = Infinity;
const toEdge = (by: CellAt): CellAt => ({
  row: by.row === 0 ? 0 : by.row * far,
  column: by.column === 0 ? 0 : by.column * far,
});

const isControl = (press: KeyPress): boolean => press.ctrlKey || press.metaKey;

const arrowCommand = (press: KeyPress): Command | undefined => {
  const by = arrows[press.key];
  if (by === undefined) return undefined;
  if (!press.altKey) return { do: 'step', by: isControl(press) ? toEdge(by) : by, extend: press.shiftKey };
  if (press.shiftKey) return by.row === 0 ? undefined : { do: 'move-rows', by: by.row > 0 ? 1 : -1 };
  return press.key === 'ArrowDown' ? { do: 'open' } : undefined;
};

const letterCommands: Readonly<Record<string, Command>> = {
  z: { do: 'undo' },
  y: { do: 'redo' },
  d: { do: 'fill-down' },
  a: { do: 'select-all' },
};

const controlCommand = (press: KeyPress): Command | undefined => {
  const letter = press.key.toLowerCase();
  if (letter === 'z' && press.shiftKey) return { do: 'redo' };
  if (press.key === 'Enter') return { do: 'insert-row' };
  if (press.key === 'Delete' || press.key === 'Backspace') return { do: 'remove-rows' };
  return letterCommands[letter];
};

const homeOrEnd = (press: KeyPress): Command | undefined => {
  if (press.key !== 'Home' && press.key !== 'End') return undefined;
  const column = press.key === 'Home' ? -far : far;
  return { do: 'step', by: { row: isControl(press) ? column : 0, column }, extend: press.shiftKey };
};

const plainCommand = (press: KeyPress): Command | undefined => {
  switch (press.key) {
    case 'Tab':
      return { do: 'tab', back: press.shiftKey };
    case 'Enter':
      return { do: 'enter', back: press.shiftKey };
    case 'PageUp':
    case 'PageDown':
      return { do: 'page', back: press.key === 'PageUp', extend: press.shiftKey };
    case 'Delete':
    case 'Backspace':
      return { do: 'clear' };
    case 'F2':
      return { do: 'edit' };
    case 'Escape':
      return { do: 'release' };
    case ' ':
      return { do: 'toggle' };
    default:
      return undefined;
  }
};

/** The command of a key press; undefined where the key is typed into the cell or is the browser's own. */
export const commandOf = (press: KeyPress): Command | undefined => {
  const move = arrowCommand(press) ?? homeOrEnd(press);
  if (move !== undefined || press.altKey) return move;
  return isControl(press) ? controlCommand(press) : plainCommand(press);
};

/** What a key asks for while a cell is being typed into. */
type DraftCommand =
  | { readonly do: 'keep'; readonly then: Command }
  | { readonly do: 'cancel' | 'new-line' | 'toggle' }
  | { readonly do: 'highlight'; readonly by: 1 | -1 };

interface DraftKeys {
  /** Typing began over the old content: arrows keep it and move on, as in spreadsheets. */
  readonly replacing: boolean;
  readonly picking: boolean;
  readonly several: boolean;
  readonly manyLines: boolean;
}

/** The command of a key press while typing; undefined where the key belongs to the text. */
export const draftCommandOf = (press: KeyPress, keys: DraftKeys): DraftCommand | undefined => {
  if (press.key === 'Escape') return { do: 'cancel' };
  if (press.key === 'Tab') return { do: 'keep', then: { do: 'tab', back: press.shiftKey } };
  if (press.key === 'Enter') {
    if (keys.manyLines && (press.altKey || isControl(press))) return { do: 'new-line' };
    return { do: 'keep', then: { do: 'enter', back: press.shiftKey } };
  }
  const arrow = arrows[press.key];
  if (keys.picking && arrow !== undefined && arrow.row !== 0) return { do: 'highlight', by: arrow.row > 0 ? 1 : -1 };
  if (keys.several && press.key === ' ') return { do: 'toggle' };
  const moves =
    arrow !== undefined && keys.replacing && !keys.picking && !press.shiftKey && !isControl(press) && !press.altKey;
  return moves ? { do: 'keep', then: { do: 'step', by: arrow, extend: false } } : undefined;
};

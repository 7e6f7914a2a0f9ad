import { useRef, useState, type MouseEvent, type RefObject } from 'react';
import type { EditorHandle } from './cell-editor.tsx';
import { isPicked } from './read-cell.ts';
import {
  isSingleCell,
  selectAll,
  selectCell,
  selectColumn,
  selectRows,
  type CellAt,
  type Selection,
} from './selection.ts';
import type { Roster } from './use-roster.ts';
import type { Selecting } from './use-selection.ts';

interface Pointer {
  /** The cell under the mouse, where it has more to tell than it shows. */
  readonly hovered: CellAt | undefined;
  readonly onMouseDown: (event: MouseEvent) => void;
  readonly onMouseOver: (event: MouseEvent) => void;
  readonly onMouseLeave: () => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
}

/** What the mouse is on: a cell, a row's number, a column's title or the corner above the numbers. */
type Spot =
  | { readonly on: 'cell'; readonly cell: CellAt; readonly element: HTMLElement }
  | { readonly on: 'number'; readonly row: number }
  | { readonly on: 'title'; readonly column: number }
  | { readonly on: 'corner' };

const spotOf = (target: EventTarget): Spot | undefined => {
  const element =
    target instanceof Element
      ? target.closest<HTMLElement>('[data-row],[data-number],[data-title],[data-corner]')
      : null;
  if (element === null) return undefined;
  const { row, column, number, title } = element.dataset;
  if (row !== undefined && column !== undefined)
    return Number(row) < 0 ? undefined : { on: 'cell', cell: { row: Number(row), column: Number(column) }, element };
  if (number !== undefined) return { on: 'number', row: Number(number) };
  return title === undefined ? { on: 'corner' } : { on: 'title', column: Number(title) };
};

/** Whether the press belongs to something that the host has drawn into a cell. */
const isOwnControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, a, input, label, select') !== null;

const sameCell = (one: CellAt, other: CellAt): boolean => one.row === other.row && one.column === other.column;

export const usePointer = (
  roster: Roster,
  { selection, go, extent }: Selecting,
  editor: RefObject<EditorHandle | null>,
): Pointer => {
  const [hovered, setHovered] = useState<CellAt>();
  const dragging = useRef<Spot['on']>(undefined);

  const pressed = (spot: Spot, extend: boolean): Selection => {
    switch (spot.on) {
      case 'cell':
        return extend ? { ...selection, corner: spot.cell } : selectCell(spot.cell);
      case 'number':
        return selectRows(extend ? selection.active.row : spot.row, spot.row, extent());
      case 'title':
        return selectColumn(spot.column, extent());
      case 'corner':
        return selectAll(extent());
    }
  };
  /** A second press on a cell that picks opens its list; a press on its sign does so at once. */
  const opens = (spot: Spot, event: MouseEvent): boolean => {
    if (spot.on !== 'cell' || event.shiftKey || !(event.target instanceof Element)) return false;
    if (event.target.closest('[data-open]') !== null) return true;
    const column = roster.columns[spot.cell.column];
    return column !== undefined && isPicked(column) && isSingleCell(selection) && sameCell(spot.cell, selection.active);
  };
  return {
    hovered,
    onMouseDown: (event) => {
      const spot = spotOf(event.target);
      if (event.button !== 0 || spot === undefined) return;
      const own = isOwnControl(event.target);
      if (!own) event.preventDefault();
      const open = opens(spot, event);
      editor.current?.finish();
      dragging.current = spot.on;
      go(pressed(spot, event.shiftKey));
      if (!own) editor.current?.focus();
      if (open) editor.current?.open();
    },
    onMouseOver: (event) => {
      const spot = spotOf(event.target);
      const tells = spot?.on === 'cell' && spot.element.hasAttribute('data-more');
      setHovered(tells ? spot.cell : undefined);
      if ((event.buttons & 1) === 0) dragging.current = undefined;
      if (spot === undefined || dragging.current !== spot.on) return;
      if (spot.on === 'cell') go({ ...selection, corner: spot.cell });
      if (spot.on === 'number') go(selectRows(selection.active.row, spot.row, extent()));
    },
    onMouseLeave: () => {
      setHovered(undefined);
    },
    onDoubleClick: (event) => {
      if (spotOf(event.target)?.on === 'cell' && !isOwnControl(event.target)) editor.current?.amend();
    },
  };
};

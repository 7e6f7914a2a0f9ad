import { useEffectEvent, useLayoutEffect, useState, type RefObject } from 'react';
import { cellBox, scrollToShow, type Layout } from './layout.ts';
import { clampSelection, selectCell, type CellAt, type Extent, type Selection } from './selection.ts';
import type { Roster } from './use-roster.ts';

export interface Selecting {
  readonly selection: Selection;
  /** Selects, and scrolls there. */
  readonly go: (selection: Selection) => void;
  /** What can be reached after the last change, even before it is drawn. */
  readonly extent: () => Extent;
}

/** The rows of the roster and, where one may be added, the row that does not exist yet. */
export const extentOf = (roster: Roster, rows = roster.rows): Extent => ({
  rows: rows.length + (roster.canChangeRows && rows.length < roster.maxRows ? 1 : 0),
  columns: roster.columns.length,
});

export const useSelection = (
  roster: Roster,
  layout: Layout,
  scrollerRef: RefObject<HTMLDivElement | null>,
): Selecting => {
  const [wanted, setWanted] = useState(() => selectCell({ row: 0, column: 0 }));
  const show = useEffectEvent((cell: CellAt) => {
    const element = scrollerRef.current;
    if (element === null) return;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = element;
    const view = { left: scrollLeft, top: scrollTop, width: clientWidth, height: clientHeight };
    const { left, top } = scrollToShow(cellBox(layout, cell), view, layout);
    if (left !== scrollLeft) element.scrollLeft = left;
    if (top !== scrollTop) element.scrollTop = top;
  });
  // After drawing, for the cell may stand in a row that has only just been added
  useLayoutEffect(() => {
    show(wanted.corner);
  }, [wanted]);
  return {
    selection: clampSelection(wanted, extentOf(roster)),
    go: (selection) => {
      setWanted({ ...selection });
    },
    extent: () => extentOf(roster, roster.latest()),
  };
};

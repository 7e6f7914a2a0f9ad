import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

interface VisibleRowsSource {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly count: number;
  readonly rowHeight: number;
  /** This row is always drawn, so that the text box always points to a cell that exists. */
  readonly active: number;
}

/** The indices of the rows worth drawing: those in sight, some beyond, and the active one. */
export const useVisibleRows = ({ scroller, count, rowHeight, active }: VisibleRowsSource): number[] => {
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    rangeExtractor: (range) => {
      const indices = defaultRangeExtractor(range);
      if (active >= count || indices.includes(active)) return indices;
      return [...indices, active].sort((one, other) => one - other);
    },
  });
  return virtualizer.getVirtualItems().map((item) => item.index);
};

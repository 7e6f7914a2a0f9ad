import type { GridHandle } from '../../../client/src/grid/grid-props.ts';
import type { GridRow } from '../../../client/src/grid/row.ts';

declare global {
  interface Window {
    /** The rows as the host of the grid holds them, for the test to look at. */
    rows: readonly GridRow[];
    grid: GridHandle | null;
  }
}

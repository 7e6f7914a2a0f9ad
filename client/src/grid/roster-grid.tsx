import type { ReactElement } from 'react';
import './grid.css';
import { GridCards } from './grid-cards.tsx';
import type { RosterGridProps } from './grid-props.ts';
import { GridTable } from './grid-table.tsx';
import { usePhone } from './use-phone.ts';
import { useRoster } from './use-roster.ts';

/** A roster to see and fill: a table, or on a phone one card a row. Undo lasts from one to the other. */
export function RosterGrid(props: RosterGridProps): ReactElement {
  const roster = useRoster(props);
  const { onCellAction, onOpenCell, renderCell, ref } = props;
  const View = usePhone() ? GridCards : GridTable;
  return <View roster={roster} onCellAction={onCellAction} onOpenCell={onOpenCell} renderCell={renderCell} ref={ref} />;
}

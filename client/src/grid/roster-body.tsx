import type { ReactElement, ReactNode } from 'react';
import type { GridColumn } from './column.ts';
import type { Layout } from './layout.ts';
import { RosterRow } from './roster-row.tsx';
import type { GridRow } from './row.ts';
import type { CellAt, CellRange } from './selection.ts';
import type { Roster } from './use-roster.ts';

interface RosterBodyProps {
  readonly grid: string;
  readonly roster: Roster;
  readonly layout: Layout;
  /** The indices of the rows to draw. */
  readonly visible: readonly number[];
  readonly active: CellAt;
  readonly range: CellRange;
  /** The row that does not exist yet. */
  readonly unborn: GridRow;
  readonly renderCell: ((row: GridRow, column: GridColumn) => ReactNode) | undefined;
}

/** One letter a column, so that a row can tell by one comparison whether its cells have changed their state. */
const flags = (columns: readonly GridColumn[], holds: (column: GridColumn) => boolean): string =>
  columns.map((column) => (holds(column) ? '1' : '0')).join('');

/** The example rows and the rows in sight. */
export function RosterBody(props: RosterBodyProps): ReactElement {
  const { grid, roster, layout, range, active } = props;
  const { columns, rows, context, examples } = roster;
  const { labels } = context;
  const alike = { grid, columns, layout, labels, renderCell: props.renderCell };
  const none = flags(columns, () => false);
  return (
    <>
      {examples.length > 0 && (
        <div role="rowgroup" className="roster-part" style={{ top: layout.headHeight }}>
          {examples.map((row, index) => (
            <RosterRow
              key={row._id}
              {...alike}
              row={row}
              index={index}
              name={labels.example}
              role="example"
              active={-1}
              from={-1}
              to={-1}
              hidden={none}
              locked={none}
              notes={undefined}
            />
          ))}
        </div>
      )}
      {props.visible.length > 0 && (
        <div
          role="rowgroup"
          className="roster-part"
          style={{ top: layout.headHeight + examples.length * layout.rowHeight }}
        >
          {props.visible.map((index) => {
            const row = rows[index] ?? props.unborn;
            const inRange = index >= range.top && index <= range.bottom;
            return (
              <RosterRow
                key={row._id}
                {...alike}
                row={row}
                index={index}
                name={row === props.unborn ? '＋' : String(index + 1)}
                role={row === props.unborn ? 'new' : 'data'}
                active={index === active.row ? active.column : -1}
                from={inRange ? range.left : -1}
                to={inRange ? range.right : -1}
                hidden={flags(columns, (column) => roster.isHidden(row._id, column))}
                locked={flags(columns, (column) => !roster.canWrite(row._id, column))}
                notes={roster.notes.get(row._id)}
              />
            );
          })}
        </div>
      )}
    </>
  );
}

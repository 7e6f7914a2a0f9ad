import { memo, type ReactElement, type ReactNode } from 'react';
import { cellId } from './cell-id.ts';
import { sentencesOf, worstSeverity } from './cell-notes.ts';
import type { GridColumn } from './column.ts';
import type { GridLabels } from './labels.ts';
import type { Layout } from './layout.ts';
import { noNotes, type RowNotes } from './notes.ts';
import { RosterCell } from './roster-cell.tsx';
import type { GridRow } from './row.ts';

interface RosterRowProps {
  readonly grid: string;
  readonly row: GridRow;
  /** The place among the rows of its role. */
  readonly index: number;
  readonly columns: readonly GridColumn[];
  readonly layout: Layout;
  /** What stands in the number column: the row's number, a sign for the new row, or the word for an example. */
  readonly name: string;
  readonly role: 'data' | 'new' | 'example';
  /** The active column, or -1. */
  readonly active: number;
  /** The first and last selected column, or -1. */
  readonly from: number;
  readonly to: number;
  /** One letter a column, `1` where the cell is hidden or locked. */
  readonly hidden: string;
  readonly locked: string;
  readonly notes: RowNotes | undefined;
  readonly labels: GridLabels;
  readonly renderCell: ((row: GridRow, column: GridColumn) => ReactNode) | undefined;
}

const sameProps = (one: RosterRowProps, other: RosterRowProps): boolean =>
  (Object.keys(other) as (keyof RosterRowProps)[]).every((key) =>
    key === 'notes' ? one.notes?.signature === other.notes?.signature : Object.is(one[key], other[key]),
  );

function Row(props: RosterRowProps): ReactElement {
  const { grid, row, index, columns, layout, role, labels } = props;
  const said = props.notes?.row ?? noNotes;
  const severity = worstSeverity(said);
  const sentences = sentencesOf(said, labels);
  const above = layout.header.length + (role === 'example' ? 0 : layout.examples);
  const change = said.highlight === undefined ? '' : ` roster-${said.highlight.kind}`;
  return (
    <div
      role="row"
      aria-rowindex={above + index + 1}
      className={`roster-row roster-row-${role}${change}`}
      style={{ top: index * layout.rowHeight, width: layout.width, height: layout.rowHeight }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className={`roster-number${severity === undefined ? '' : ` roster-${severity}`}`}
        style={{ width: layout.numberWidth }}
        data-number={role === 'example' ? undefined : index}
        title={sentences.join('\n')}
      >
        {props.name}
        {said.highlight !== undefined && <small>{labels.highlight[said.highlight.kind]}</small>}
        {sentences.length > 0 && <span className="roster-unseen">{sentences.join(' ')}</span>}
      </div>
      {columns.map((column, at) => (
        <RosterCell
          key={column.key}
          id={cellId(grid, row._id, column.key)}
          row={row}
          column={column}
          at={at}
          rowAt={role === 'example' ? -1 : index}
          layout={layout}
          active={props.active === at}
          selected={at >= props.from && at <= props.to}
          hidden={props.hidden[at] === '1'}
          locked={props.locked[at] === '1'}
          blank={role === 'new'}
          notes={props.notes}
          labels={labels}
        >
          {column.kind === 'file' && role === 'data' ? props.renderCell?.(row, column) : undefined}
        </RosterCell>
      ))}
    </div>
  );
}

/** One row, drawn anew only when something of it changed. */
export const RosterRow = memo(Row, sameProps);

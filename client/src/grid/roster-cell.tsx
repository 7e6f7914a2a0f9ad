import type { ReactElement, ReactNode } from 'react';
import { notesOfCell, sentencesOf, worstSeverity } from './cell-notes.ts';
import { isNumeric, type GridColumn } from './column.ts';
import { Icon } from './icon.tsx';
import type { GridLabels } from './labels.ts';
import { isCut, type Layout } from './layout.ts';
import type { Notes, RowNotes } from './notes.ts';
import { isPicked } from './read-cell.ts';
import { isEmpty, type GridRow } from './row.ts';
import { shownText } from './show-cell.ts';

interface RosterCellProps {
  readonly id: string;
  readonly row: GridRow;
  readonly column: GridColumn;
  readonly at: number;
  readonly rowAt: number;
  readonly layout: Layout;
  readonly active: boolean;
  readonly selected: boolean;
  readonly hidden: boolean;
  readonly locked: boolean;
  /** The row that does not exist yet shows what its cells wait for. */
  readonly blank: boolean;
  readonly notes: RowNotes | undefined;
  readonly labels: GridLabels;
  readonly children: ReactNode;
}

const marksOf = (notes: Notes): ReactNode => {
  const severity = worstSeverity(notes);
  const open = notes.remarks.some((remark) => remark.status === 'open');
  return (
    <>
      {severity !== undefined && (
        <span className={`roster-mark roster-mark-${severity}`} aria-hidden="true">
          !
        </span>
      )}
      {notes.remarks.length > 0 && (
        <span
          className={open ? 'roster-mark roster-mark-remark' : 'roster-mark roster-mark-settled'}
          aria-hidden="true"
        >
          <Icon name="remark" />
        </span>
      )}
    </>
  );
};

const classesOf = (props: RosterCellProps, notes: Notes): string => {
  const severity = worstSeverity(notes);
  const classes = [
    'roster-cell',
    `roster-kind-${props.column.kind}`,
    isNumeric(props.column) && 'roster-numeric',
    props.selected && 'roster-selected',
    props.active && 'roster-active',
    props.hidden && 'roster-hidden',
    props.locked && !props.hidden && 'roster-locked',
    severity !== undefined && `roster-${severity}`,
    notes.remarks.some((remark) => remark.status === 'open') && 'roster-remarked',
    notes.highlight !== undefined && `roster-${notes.highlight.kind}`,
  ];
  return classes.filter((name) => name !== false).join(' ');
};

const contentOf = ({ row, column, at, hidden, blank, labels, children }: RosterCellProps, notes: Notes): ReactNode => {
  const text = shownText(column, row[column.key], labels);
  if (hidden) return isEmpty(row[column.key]) ? <i>{labels.notApplicable}</i> : <s>{text}</s>;
  if (blank) return <i>{at === 0 ? labels.newRow : column.placeholder}</i>;
  return (
    <>
      {notes.highlight?.before !== undefined && notes.highlight.before !== '' && <del>{notes.highlight.before}</del>}
      {children ?? text}
    </>
  );
};

export function RosterCell(props: RosterCellProps): ReactElement {
  const { id, row, column, layout, labels, hidden, locked } = props;
  const width = layout.widths[props.at] ?? 0;
  const notes = notesOfCell(row, column, props.notes, labels);
  const sentences = sentencesOf(notes, labels);
  const picks = !locked && !hidden && (isPicked(column) || column.kind === 'date' || column.kind === 'month');
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={props.at + 2}
      aria-selected={props.selected}
      aria-readonly={locked || hidden}
      aria-invalid={worstSeverity(notes) === 'error'}
      aria-describedby={sentences.length > 0 ? `${id}-notes` : undefined}
      className={classesOf(props, notes)}
      style={{ left: layout.lefts[props.at] ?? 0, width }}
      data-row={props.rowAt}
      data-column={props.at}
      data-more={sentences.length > 0 || isCut(shownText(column, row[column.key], labels), width, layout) || undefined}
    >
      <div className="roster-text">{contentOf(props, notes)}</div>
      {props.active && picks && (
        <span className="roster-open" data-open="true" aria-hidden="true">
          <Icon name={isPicked(column) ? 'caret' : 'calendar'} />
        </span>
      )}
      {marksOf(notes)}
      {sentences.length > 0 && (
        <span id={`${id}-notes`} className="roster-unseen">
          {sentences.join(' ')}
        </span>
      )}
    </div>
  );
}

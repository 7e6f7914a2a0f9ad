import type { ReactElement } from 'react';
import { CardField } from './card-field.tsx';
import { cellId } from './cell-id.ts';
import { notesOfCell, sentencesOf, worstSeverity } from './cell-notes.ts';
import { setCell } from './edits.ts';
import type { RosterGridProps } from './grid-props.ts';
import { Icon } from './icon.tsx';
import { noNotes, type Notes } from './notes.ts';
import type { GridRow } from './row.ts';
import { shownText } from './show-cell.ts';
import type { Roster } from './use-roster.ts';

interface RosterCardProps extends Pick<RosterGridProps, 'onCellAction' | 'onOpenCell' | 'renderCell'> {
  readonly grid: string;
  readonly roster: Roster;
  readonly row: GridRow;
  readonly index: number;
  readonly open: boolean;
  readonly onTurn: () => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** How many values stand in the line of a folded card. */
const summaryLength = 3;

const summaryOf = (row: GridRow, { columns, context }: Roster): string =>
  columns
    .map((column) => shownText(column, row[column.key], context.labels))
    .filter((text) => text !== '')
    .slice(0, summaryLength)
    .join(' · ');

const cellNotes = (row: GridRow, roster: Roster): Notes[] =>
  roster.columns.map((column) => notesOfCell(row, column, roster.notes.get(row._id), roster.context.labels));

function CardFields(props: RosterCardProps): ReactElement {
  const { grid, roster, row, onCellAction, onOpenCell, renderCell } = props;
  const notes = cellNotes(row, roster);
  return (
    <>
      {roster.columns.map((column, at) => {
        const id = cellId(grid, row._id, column.key);
        const ask = (request: RosterGridProps['onCellAction']) => (): void => {
          const anchor = document.getElementById(id);
          if (anchor !== null) request?.({ row: row._id, field: column.key, anchor });
        };
        return (
          <CardField
            key={column.key}
            id={id}
            row={row}
            column={column}
            context={roster.context}
            notes={notes[at] ?? noNotes}
            canType={roster.canType(row._id, column)}
            hidden={roster.isHidden(row._id, column)}
            drawn={column.kind === 'file' ? renderCell?.(row, column) : undefined}
            onKeep={(value) => {
              roster.commit('edit', setCell(row, column.key, value));
            }}
            onRemark={onCellAction === undefined ? undefined : ask(onCellAction)}
            onOpen={column.kind !== 'file' || onOpenCell === undefined ? undefined : ask(onOpenCell)}
          />
        );
      })}
    </>
  );
}

/** One row as a card: a line to recognise it by, which opens to its fields one below the other. */
export function RosterCard(props: RosterCardProps): ReactElement {
  const { roster, row, index, open } = props;
  const { labels } = roster.context;
  const said = roster.notes.get(row._id)?.row ?? noNotes;
  const severities = [said, ...cellNotes(row, roster)].map(worstSeverity).filter((severity) => severity !== undefined);
  const worst = severities.includes('error') ? 'error' : 'warning';
  const sentences = sentencesOf(said, labels);
  return (
    <li className="roster-card">
      <button type="button" className="roster-card-head" aria-expanded={open} onClick={props.onTurn}>
        <span className="roster-card-name">{labels.card(index + 1)}</span>
        <span className="roster-card-summary">{summaryOf(row, roster)}</span>
        {severities.length > 0 && (
          <span className={`roster-card-${worst}`}>! {labels.problemCount(severities.length)}</span>
        )}
        <span className={open ? 'roster-turn roster-turn-open' : 'roster-turn'}>
          <Icon name="caret" />
        </span>
      </button>
      {open && (
        <div className="roster-card-body">
          {sentences.length > 0 && (
            <div className="roster-field-notes">
              {sentences.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
          )}
          <CardFields {...props} />
          {roster.canChangeRows && (
            <div className="roster-card-tools">
              <button
                type="button"
                className="roster-button"
                disabled={index === 0}
                onClick={() => {
                  props.onMove(-1);
                }}
              >
                <Icon name="up" />
                {labels.moveUp}
              </button>
              <button
                type="button"
                className="roster-button"
                disabled={index === roster.rows.length - 1}
                onClick={() => {
                  props.onMove(1);
                }}
              >
                <Icon name="down" />
                {labels.moveDown}
              </button>
              <button type="button" className="roster-button" onClick={props.onRemove}>
                <Icon name="remove" />
                {labels.removeCard}
              </button>
            </div>
          )}
        </div>
      )}
    </li>
  );
}

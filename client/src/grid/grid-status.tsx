import type { ReactElement } from 'react';
import { isSingleCell, rangeOf, type Selection } from './selection.ts';
import type { Message } from './use-commands.ts';
import type { Roster } from './use-roster.ts';

interface GridStatusProps {
  readonly roster: Roster;
  readonly selection: Selection | undefined;
  readonly message: Message | undefined;
  readonly onUndo: () => void;
}

/** The line under the roster: what has just happened, what is selected, how many rows there are. */
export function GridStatus({ roster, selection, message, onUndo }: GridStatusProps): ReactElement {
  const { labels } = roster.context;
  const { top, bottom, left, right } = rangeOf(
    selection ?? { active: { row: 0, column: 0 }, corner: { row: 0, column: 0 } },
  );
  return (
    <div className="roster-status">
      <span role="status">{message?.text}</span>
      {message?.undoable === true && roster.canUndo && (
        <button type="button" className="roster-link" onClick={onUndo}>
          {labels.undo}
        </button>
      )}
      <span className="roster-gap" />
      {selection !== undefined && !isSingleCell(selection) && (
        <span>{labels.selected(bottom - top + 1, right - left + 1)}</span>
      )}
      <span>
        {roster.canChangeRows
          ? labels.rowCount(roster.rows.length, roster.maxRows)
          : labels.rowTotal(roster.rows.length)}
      </span>
    </div>
  );
}

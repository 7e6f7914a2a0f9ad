import { useId, useImperativeHandle, useLayoutEffect, useState, type ReactElement } from 'react';
import { cellId } from './cell-id.ts';
import { moveRows, removeRows } from './edits.ts';
import type { RosterGridProps } from './grid-props.ts';
import { GridStatus } from './grid-status.tsx';
import { GridToolbar, type Tool } from './grid-toolbar.tsx';
import { RosterCard } from './roster-card.tsx';
import { shownText } from './show-cell.ts';
import type { Message } from './use-commands.ts';
import type { Roster } from './use-roster.ts';

interface GridCardsProps extends Pick<RosterGridProps, 'onCellAction' | 'onOpenCell' | 'renderCell' | 'ref'> {
  readonly roster: Roster;
}

/** How many cards stand on one page; a phone slows down with hundreds of inputs. */
const pageSize = 20;
/** So few rows stand open from the beginning. */
const fewRows = 3;

interface Wanted {
  readonly row: string;
  readonly field: string;
}

const focusInside = (id: string): void => {
  const element = document.getElementById(id);
  const target =
    element?.matches('input, select, textarea') === true ? element : (element?.querySelector('input') ?? element);
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: 'center' });
};

/** The example row, in words, above the cards. */
function Examples({ roster }: { readonly roster: Roster }): ReactElement {
  const { columns, context, examples } = roster;
  return (
    <>
      {examples.map((row) => (
        <p key={row._id} className="roster-card-example">
          <b>{context.labels.example}</b>{' '}
          {columns
            .map((column) => [column.title, shownText(column, row[column.key], context.labels)] as const)
            .filter(([, text]) => text !== '')
            .map(([title, text]) => context.labels.said(title, text))
            .join(' · ')}
        </p>
      ))}
    </>
  );
}

/** The roster on a phone: one card a row, ordinary inputs one below the other. */
export function GridCards({ roster, onCellAction, onOpenCell, renderCell, ref }: GridCardsProps): ReactElement {
  const { rows, columns, context } = roster;
  const { labels } = context;
  const grid = useId();
  const [page, setPage] = useState(0);
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(rows.slice(0, rows.length > fewRows ? 0 : fewRows).map((row) => row._id)),
  );
  const [wanted, setWanted] = useState<Wanted>();
  const [message, setMessage] = useState<Message>();

  useLayoutEffect(() => {
    if (wanted !== undefined) focusInside(cellId(grid, wanted.row, wanted.field));
  }, [grid, wanted]);
  const goTo = (row: string, at: number, field: string): void => {
    setPage(Math.floor(at / pageSize));
    setOpen((before) => new Set([...before, row]));
    setWanted({ row, field });
  };
  useImperativeHandle(ref, () => ({
    focusCell: (row, field = columns[0]?.key ?? '') => {
      const at = roster.latest().findIndex((other) => other._id === row);
      if (at === -1 || !columns.some((column) => column.key === field)) return false;
      goTo(row, at, field);
      return true;
    },
    keepDraft: () => {
      if (document.activeElement instanceof HTMLElement && document.activeElement.id.startsWith(grid))
        document.activeElement.blur();
    },
  }));

  const addRow = (): void => {
    const row = roster.newRow();
    const at = roster.latest().length;
    setMessage(undefined);
    roster.commit('add', [{ op: 'insert', at, rows: [row] }]);
    goTo(row._id, at, columns[0]?.key ?? '');
  };
  const undo = (): void => {
    setMessage(undefined);
    roster.undo();
  };
  const tools: Tool[] = [
    { icon: 'add', label: labels.addRow, disabled: !roster.canAddRows, onPress: addRow },
    { icon: 'undo', label: labels.undo, disabled: !roster.canUndo, onPress: undo },
    { icon: 'redo', label: labels.redo, disabled: !roster.canRedo, onPress: () => roster.redo() },
  ];
  const last = Math.max(0, Math.ceil(rows.length / pageSize) - 1);
  const shownPage = Math.min(page, last);
  const from = shownPage * pageSize;
  const shownRows = rows.slice(from, from + pageSize);

  return (
    <section className="roster roster-cards" aria-label={roster.label}>
      <Examples roster={roster} />
      {rows.length === 0 && <p className="roster-empty">{labels.noRows}</p>}
      <ol className="roster-card-list" start={from + 1}>
        {shownRows.map((row, at) => (
          <RosterCard
            key={row._id}
            grid={grid}
            roster={roster}
            row={row}
            index={from + at}
            open={open.has(row._id)}
            onCellAction={onCellAction}
            onOpenCell={onOpenCell}
            renderCell={renderCell}
            onTurn={() => {
              setOpen(
                (before) =>
                  new Set(before.has(row._id) ? [...before].filter((id) => id !== row._id) : [...before, row._id]),
              );
            }}
            onMove={(by) => {
              roster.commit(
                'move',
                moveRows(roster.latest(), { top: from + at, bottom: from + at, left: 0, right: 0 }, by),
              );
            }}
            onRemove={() => {
              roster.commit('remove', removeRows(roster.latest(), from + at, from + at));
              setMessage({ text: labels.removed(1), undoable: true });
            }}
          />
        ))}
      </ol>
      {last > 0 && (
        <nav className="roster-pages">
          <button
            type="button"
            className="roster-button"
            disabled={shownPage === 0}
            onClick={() => {
              setPage(shownPage - 1);
            }}
          >
            {labels.previousPage}
          </button>
          <span>{labels.page(from + 1, from + shownRows.length, rows.length)}</span>
          <button
            type="button"
            className="roster-button"
            disabled={shownPage === last}
            onClick={() => {
              setPage(shownPage + 1);
            }}
          >
            {labels.nextPage}
          </button>
        </nav>
      )}
      {roster.canChangeRows && <GridToolbar label={labels.tools} tools={tools} />}
      <GridStatus roster={roster} selection={undefined} message={message} onUndo={undo} />
    </section>
  );
}

import { useId, useImperativeHandle, useMemo, useRef, useState, type ReactElement } from 'react';
import { CellBubble } from './cell-bubble.tsx';
import { CellEditor, type EditorHandle } from './cell-editor.tsx';
import { cellId, newRowId } from './cell-id.ts';
import { notesOfCell, sentencesOf, worstSeverity } from './cell-notes.ts';
import type { RosterGridProps } from './grid-props.ts';
import { GridStatus } from './grid-status.tsx';
import { KeyHelp } from './key-help.tsx';
import { bodyTop, cellBox, layoutOf } from './layout.ts';
import { noNotes } from './notes.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { RosterBody } from './roster-body.tsx';
import { RosterHeader } from './roster-header.tsx';
import type { GridRow } from './row.ts';
import { rangeOf, selectCell } from './selection.ts';
import { TableTools } from './table-tools.tsx';
import { useClipboard } from './use-clipboard.ts';
import { useCommands } from './use-commands.ts';
import { useInnerWidth } from './use-inner-width.ts';
import { usePointer } from './use-pointer.ts';
import type { Roster } from './use-roster.ts';
import { extentOf, useSelection } from './use-selection.ts';
import { useVisibleRows } from './use-visible-rows.ts';

interface GridTableProps extends Pick<RosterGridProps, 'onCellAction' | 'onOpenCell' | 'renderCell' | 'ref'> {
  readonly roster: Roster;
}

const unborn: GridRow = { _id: newRowId };

/** The roster as a table with one text box over the active cell. */
export function GridTable({ roster, onCellAction, onOpenCell, renderCell, ref }: GridTableProps): ReactElement {
  const { columns, rows, context } = roster;
  const { labels } = context;
  const grid = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle>(null);
  const available = useInnerWidth(scroller);
  const examples = roster.examples.length;
  const layout = useMemo(() => layoutOf({ columns, available, examples }), [columns, available, examples]);
  const selecting = useSelection(roster, layout, scroller);
  const [focused, setFocused] = useState(false);
  const [drafting, setDrafting] = useState(false);
  const [helping, setHelping] = useState(false);

  const { active } = selecting.selection;
  const activeRow = rows[active.row] ?? unborn;
  const activeColumn = columns[active.column];
  const act = (): void => {
    const anchor = document.getElementById(cellId(grid, activeRow._id, activeColumn?.key ?? ''));
    if (activeColumn === undefined || anchor === null || activeRow === unborn) return;
    const request = { row: activeRow._id, field: activeColumn.key, anchor };
    if (activeColumn.kind === 'file' && onOpenCell !== undefined) onOpenCell(request);
    else if (onCellAction !== undefined) onCellAction(request);
    else commands.say(labels.locked);
  };
  const pageRows = (): number => {
    const height = (scroller.current?.clientHeight ?? 0) - layout.headHeight;
    return Math.max(1, Math.floor(height / layout.rowHeight) - 1);
  };
  const enterActs = roster.readOnly && onCellAction !== undefined;
  const commands = useCommands({ roster, selecting, pageRows, act, enterActs });
  const clipboard = useClipboard(roster, selecting, commands);
  const pointer = usePointer(roster, selecting, editor);
  const focus = (): void => editor.current?.focus();

  useImperativeHandle(ref, () => ({
    focusCell: (row, field) => {
      const at = roster.latest().findIndex((other) => other._id === row);
      const column = field === undefined ? 0 : columns.findIndex((other) => other.key === field);
      if (at === -1 || column === -1) return false;
      editor.current?.finish();
      selecting.go(selectCell({ row: at, column }));
      focus();
      return true;
    },
    keepDraft: () => editor.current?.finish(),
  }));

  const extent = extentOf(roster);
  const visible = useVisibleRows({ scroller, count: extent.rows, rowHeight: layout.rowHeight, active: active.row });
  const canType = activeColumn !== undefined && extent.rows > 0 && roster.canType(activeRow._id, activeColumn);
  const spoken = pointer.hovered ?? (focused && !drafting ? active : undefined);
  const activeNotes =
    activeColumn === undefined
      ? noNotes
      : notesOfCell(activeRow, activeColumn, roster.notes.get(activeRow._id), labels);
  const activeCell = cellId(grid, activeRow._id, activeColumn?.key ?? '');
  const describedBy = [sentencesOf(activeNotes, labels).length > 0 && `${activeCell}-notes`, `${grid}-leaving`];

  return (
    <div className={`roster${focused ? ' roster-focused' : ''}`}>
      <TableTools
        roster={roster}
        selection={selecting.selection}
        commands={commands}
        focus={focus}
        remark={onCellAction === undefined ? undefined : act}
        help={() => {
          setHelping(true);
        }}
      />
      <div
        ref={scroller}
        className="roster-scroller"
        onMouseDown={pointer.onMouseDown}
        onMouseOver={pointer.onMouseOver}
        onMouseLeave={pointer.onMouseLeave}
        onDoubleClick={pointer.onDoubleClick}
      >
        <div
          role="grid"
          id={grid}
          aria-label={roster.label}
          aria-rowcount={layout.header.length + examples + extent.rows}
          aria-colcount={columns.length + 1}
          aria-multiselectable="true"
          aria-readonly={roster.readOnly}
          className={layout.lines > 1 ? 'roster-grid' : 'roster-grid roster-low'}
          style={{ width: layout.width, height: bodyTop(layout) + extent.rows * layout.rowHeight }}
        >
          <RosterHeader layout={layout} labels={labels} />
          <RosterBody
            grid={grid}
            roster={roster}
            layout={layout}
            visible={visible}
            active={active}
            range={rangeOf(selecting.selection)}
            unborn={unborn}
            renderCell={renderCell}
          />
        </div>
        {extent.rows === 0 && <p className="roster-empty">{labels.noRows}</p>}
        {activeColumn !== undefined && (
          <CellEditor
            ref={editor}
            grid={grid}
            label={labels.cell(activeColumn.title, active.row + 1)}
            column={activeColumn}
            row={activeRow._id}
            value={activeRow[activeColumn.key]}
            box={cellBox(layout, active)}
            context={context}
            canType={canType}
            invalid={worstSeverity(activeNotes) === 'error'}
            describedBy={describedBy.filter((id) => id !== false).join(' ')}
            onKeep={commands.keep}
            onCommand={commands.run}
            onCopy={clipboard.copy}
            onPaste={clipboard.paste}
            onFocus={setFocused}
            onDrafting={setDrafting}
          />
        )}
      </div>
      <GridStatus
        roster={roster}
        selection={selecting.selection}
        message={commands.message}
        onUndo={() => commands.run({ do: 'undo' })}
      />
      <span id={`${grid}-leaving`} className="roster-unseen">
        {labels.leaving}
      </span>
      {spoken !== undefined && <CellBubble grid={grid} roster={roster} layout={layout} at={spoken} />}
      {clipboard.plan !== undefined && (
        <PasteDialog
          plan={clipboard.plan}
          maxRows={roster.maxRows}
          labels={labels}
          onConfirm={() => {
            clipboard.confirm();
            focus();
          }}
          onCancel={() => {
            clipboard.cancel();
            focus();
          }}
        />
      )}
      {helping && (
        <KeyHelp
          labels={labels}
          onClose={() => {
            setHelping(false);
            focus();
          }}
        />
      )}
    </div>
  );
}

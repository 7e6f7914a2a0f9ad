import type { ReactElement } from 'react';
import { GridToolbar, type Tool } from './grid-toolbar.tsx';
import type { Command } from './keys.ts';
import { rangeOf, type Selection } from './selection.ts';
import type { Commands } from './use-commands.ts';
import type { Roster } from './use-roster.ts';

interface TableToolsProps {
  readonly roster: Roster;
  readonly selection: Selection;
  readonly commands: Commands;
  readonly focus: () => void;
  /** Opens the remark on the active cell; only for who may remark. */
  readonly remark: (() => void) | undefined;
  readonly help: () => void;
}

/** The tools of the table, as far as the person may use them. After each the focus goes back to the cell. */
export function TableTools(props: TableToolsProps): ReactElement {
  const { roster, selection, commands, focus, remark } = props;
  const { labels } = roster.context;
  const { top, bottom } = rangeOf(selection);
  const last = Math.min(bottom, roster.rows.length - 1);
  const selected = last - top + 1;
  const running = (command: Command) => (): void => {
    commands.run(command);
    focus();
  };
  const rowTools: Tool[] = [
    {
      icon: 'add',
      label: labels.addRow,
      disabled: !roster.canAddRows,
      onPress: () => {
        commands.addRow(roster.rows.length);
        focus();
      },
    },
    { icon: 'insert', label: labels.insertRow, disabled: !roster.canAddRows, onPress: running({ do: 'insert-row' }) },
    {
      icon: 'remove',
      label: labels.removeRows(selected),
      disabled: selected < 1,
      onPress: running({ do: 'remove-rows' }),
    },
    {
      icon: 'up',
      label: labels.moveUp,
      small: true,
      disabled: selected < 1 || top === 0,
      onPress: running({ do: 'move-rows', by: -1 }),
    },
    {
      icon: 'down',
      label: labels.moveDown,
      small: true,
      disabled: selected < 1 || last === roster.rows.length - 1,
      onPress: running({ do: 'move-rows', by: 1 }),
    },
  ];
  const editTools: Tool[] = [
    { icon: 'undo', label: labels.undo, small: true, disabled: !roster.canUndo, onPress: running({ do: 'undo' }) },
    { icon: 'redo', label: labels.redo, small: true, disabled: !roster.canRedo, onPress: running({ do: 'redo' }) },
  ];
  const tools: Tool[] = [
    ...(remark === undefined ? [] : [{ icon: 'remark', label: labels.remarkCell, onPress: remark } as const]),
    ...(roster.canChangeRows ? rowTools : []),
    ...(roster.readOnly ? [] : editTools),
    { icon: 'keys', label: labels.keys, small: true, onPress: props.help },
  ];
  return <GridToolbar label={labels.tools} tools={tools} />;
}

import { useId, useImperativeHandle, useRef, type KeyboardEvent, type ReactElement, type Ref } from 'react';
import { cellId } from './cell-id.ts';
import type { GridColumn, OptionCode } from './column.ts';
import { DatePicker, type DatePickerHandle } from './date-picker.tsx';
import { matchesOf, type DraftCell } from './draft.ts';
import { commandOf, draftCommandOf, type Command } from './keys.ts';
import type { Box } from './layout.ts';
import { optionId, OptionList } from './option-list.tsx';
import { isPicked, type CellContext } from './read-cell.ts';
import { shownText } from './show-cell.ts';
import { useDraft } from './use-draft.ts';

export interface EditorHandle {
  readonly focus: () => void;
  /** Keeps what is being typed, if anything. */
  readonly finish: () => void;
  /** Opens the cell's content for change: its text or its options. */
  readonly amend: () => void;
  /** Opens what the cell is picked from: its options or its calendar. */
  readonly open: () => void;
}

interface CellEditorProps {
  readonly ref: Ref<EditorHandle>;
  readonly grid: string;
  readonly label: string;
  readonly column: GridColumn;
  readonly row: string;
  readonly value: unknown;
  readonly box: Box;
  readonly context: CellContext;
  readonly canType: boolean;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly onKeep: (value: unknown) => void;
  /** Carries a command out; false leaves the key to the browser. */
  readonly onCommand: (command: Command) => boolean;
  readonly onCopy: (clipboard: DataTransfer, cut: boolean) => void;
  readonly onPaste: (text: string) => void;
  readonly onFocus: (focused: boolean) => void;
  readonly onDrafting: (going: boolean) => void;
}

/** Safari reports the Enter that ends a composition after its end, and marks it only by this old code. */
const belongsToInputMethod = (event: globalThis.KeyboardEvent): boolean =>
  event.isComposing || Reflect.get(event, 'keyCode') === 229;

/** Of the text in a cell, in pixels; one line stands in the middle of its row. */
const lineHeight = 20;

const isDated = (column: GridColumn): boolean => column.kind === 'date' || column.kind === 'month';

/**
 * The one text box of the grid. It has the focus whenever the grid has it, lies over the active cell, and is empty and
 * unseen until something is typed: an input method only starts where a text box has the focus, so a box that appears
 * with the first key would lose the first syllable. Nothing moves or replaces it while a word is composed.
 */
export function CellEditor({ ref, ...props }: CellEditorProps): ReactElement {
  const { column, value, context, canType, onCommand } = props;
  const box = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<DatePickerHandle>(null);
  const list = useId();
  const cell: DraftCell = { ...context, column, value };
  const drafting = useDraft({ boxRef: box, cell, onKeep: props.onKeep, onDrafting: props.onDrafting });
  const { draft } = drafting;
  const several = column.kind === 'choices';
  const options = draft === undefined || !isPicked(column) ? [] : matchesOf(draft, cell);
  const picking = draft !== undefined && isPicked(column);

  const amend = (): void => {
    if (canType) drafting.begin('amend');
    else onCommand({ do: 'edit' });
  };
  const open = (): void => {
    if (canType && isDated(column)) picker.current?.open();
    else amend();
  };
  useImperativeHandle(ref, () => ({
    focus: () => box.current?.focus({ preventScroll: true }),
    finish: () => {
      // Ends a composition that the press of the mouse has left open
      if (drafting.draft !== undefined) box.current?.blur();
    },
    amend,
    open,
  }));

  /** True where the cell itself answers the command. */
  const answer = (command: Command): boolean => {
    if (command.do === 'edit') amend();
    else if (command.do === 'open') open();
    else if (command.do === 'toggle' && canType && column.kind === 'boolean') props.onKeep(value !== true);
    else if (command.do === 'toggle' && isPicked(column)) open();
    else return command.do === 'toggle' ? !canType : onCommand(command);
    return true;
  };
  const answerWhileTyping = (event: KeyboardEvent): boolean => {
    const replacing = draft?.start === 'replace';
    const command = draftCommandOf(event, { replacing, picking, several, manyLines: column.kind === 'long-text' });
    if (command === undefined) return false;
    switch (command.do) {
      case 'cancel':
        drafting.cancel();
        break;
      case 'highlight':
        drafting.highlight(command.by);
        break;
      case 'toggle':
        drafting.tickHighlighted();
        break;
      case 'new-line':
        box.current?.setRangeText('\n', box.current.selectionStart, box.current.selectionEnd, 'end');
        drafting.type();
        break;
      case 'keep':
        if (command.then.do === 'enter') return !drafting.settle() || onCommand(command.then);
        drafting.finish();
        return onCommand(command.then);
    }
    return true;
  };
  const pick = (code: OptionCode): void => {
    if (several) drafting.tick(code);
    else {
      drafting.cancel();
      props.onKeep(code);
    }
  };

  const shown = shownText(column, several && draft !== undefined ? draft.chosen : value, context.labels);
  return (
    <>
      <textarea
        ref={box}
        className={`roster-editor roster-editor-${draft === undefined ? 'idle' : 'typing'} roster-kind-${column.kind}`}
        style={{
          left: props.box.left,
          top: props.box.top,
          width: props.box.width,
          minHeight: props.box.height,
          paddingBlock: (props.box.height - lineHeight) / 2,
        }}
        rows={1}
        readOnly={!canType}
        aria-label={props.label}
        aria-invalid={props.invalid}
        aria-describedby={props.describedBy}
        aria-autocomplete={isPicked(column) ? 'list' : 'none'}
        aria-controls={picking ? list : undefined}
        aria-activedescendant={activeElement(props, draft?.highlighted, picking, list)}
        placeholder={picking ? shown : undefined}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        inputMode={column.kind === 'integer' ? 'numeric' : column.kind === 'decimal' ? 'decimal' : 'text'}
        onInput={drafting.type}
        onCompositionStart={() => {
          drafting.compose(true);
        }}
        onCompositionEnd={() => {
          drafting.compose(false);
          drafting.type();
        }}
        onKeyDown={(event) => {
          if (belongsToInputMethod(event.nativeEvent)) return;
          const command = commandOf(event);
          const answered = draft === undefined ? command !== undefined && answer(command) : answerWhileTyping(event);
          if (answered) event.preventDefault();
        }}
        onFocus={() => {
          props.onFocus(true);
        }}
        onBlur={() => {
          drafting.finish();
          props.onFocus(false);
        }}
        onCopy={(event) => {
          if (draft !== undefined) return;
          event.preventDefault();
          props.onCopy(event.clipboardData, false);
        }}
        onCut={(event) => {
          if (draft !== undefined) return;
          event.preventDefault();
          props.onCopy(event.clipboardData, true);
        }}
        onPaste={(event) => {
          if (draft !== undefined) return;
          event.preventDefault();
          props.onPaste(event.clipboardData.getData('text/plain'));
        }}
      />
      {isDated(column) && canType && (
        <DatePicker
          ref={picker}
          kind={column.kind === 'date' ? 'date' : 'month'}
          value={value}
          box={props.box}
          onPick={(date) => {
            props.onKeep(date);
            box.current?.focus({ preventScroll: true });
          }}
        />
      )}
      {picking && (
        <OptionList
          id={list}
          label={column.title}
          options={options}
          highlighted={draft.highlighted}
          chosen={several ? draft.chosen : [value]}
          several={several}
          labels={context.labels}
          anchor={() => box.current}
          onPick={pick}
        />
      )}
    </>
  );
}

const activeElement = (
  { grid, row, column }: Omit<CellEditorProps, 'ref'>,
  highlighted: number | undefined,
  picking: boolean,
  list: string,
): string | undefined => {
  if (highlighted === undefined) return cellId(grid, row, column.key);
  return picking && highlighted >= 0 ? optionId(list, highlighted) : undefined;
};

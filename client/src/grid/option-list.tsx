import { useLayoutEffect, useRef, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import type { CellOption, OptionCode } from './column.ts';
import type { GridLabels } from './labels.ts';
import { useAnchored } from './use-anchored.ts';

interface OptionListProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly CellOption[];
  readonly highlighted: number;
  readonly chosen: readonly unknown[];
  readonly several: boolean;
  readonly labels: GridLabels;
  readonly anchor: () => HTMLElement | null;
  readonly onPick: (code: OptionCode) => void;
}

export const optionId = (list: string, index: number): string => `${list}-${String(index)}`;

/** Numbers are worth showing, for people type them; other codes mean nothing to a reader. */
const shownCode = ({ code }: CellOption): string => (/^\d+$/.test(String(code)) ? String(code) : '');

/** The options that match what is typed. The focus stays in the cell; this list is only shown and clicked. */
export function OptionList(props: OptionListProps): ReactElement {
  const { id, options, highlighted, chosen, several, labels } = props;
  const hint = several ? labels.pickSeveral : labels.pickOne;
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useAnchored(box, props.anchor);
  useLayoutEffect(() => {
    const option = list.current?.children[highlighted];
    if (!(option instanceof HTMLElement) || list.current === null) return;
    const { offsetTop: top, offsetHeight: height } = option;
    const { scrollTop: from, clientHeight: room } = list.current;
    if (top < from) list.current.scrollTop = top;
    else if (top + height > from + room) list.current.scrollTop = top + height - room;
  }, [highlighted]);
  return createPortal(
    // The press must not take the focus from the cell
    <div
      ref={box}
      className="roster-options"
      onMouseDown={(event) => {
        event.preventDefault();
      }}
    >
      <ul ref={list} id={id} role="listbox" aria-label={props.label} aria-multiselectable={several}>
        {options.map((option, index) => (
          <li
            key={String(option.code)}
            id={optionId(id, index)}
            role="option"
            aria-selected={chosen.includes(option.code)}
            className={index === highlighted ? 'roster-option roster-option-highlighted' : 'roster-option'}
            onClick={() => {
              props.onPick(option.code);
            }}
          >
            <span className={several ? 'roster-tick roster-tick-box' : 'roster-tick'} aria-hidden="true">
              {chosen.includes(option.code) ? '✓' : ''}
            </span>
            <span className="roster-code">{shownCode(option)}</span>
            <span>{option.title}</span>
          </li>
        ))}
      </ul>
      <p className="roster-options-hint">{options.length === 0 ? labels.noMatch : hint}</p>
    </div>,
    document.body,
  );
}

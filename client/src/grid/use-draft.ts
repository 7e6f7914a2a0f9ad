import { useRef, useState, type RefObject } from 'react';
import type { OptionCode } from './column.ts';
import {
  beginDraft,
  finish,
  highlightNext,
  matchesOf,
  settle,
  toggle,
  typeInto,
  type Draft,
  type DraftCell,
  type DraftStart,
} from './draft.ts';

/** The highest a cell grows while it is typed into, in pixels; longer texts scroll. */
const tallest = 180;

const fit = (box: HTMLTextAreaElement): void => {
  box.style.height = '0';
  box.style.height = `${String(Math.min(box.scrollHeight + 2, tallest))}px`;
};

interface Drafting {
  /** Undefined while nothing is being typed. */
  readonly draft: Draft | undefined;
  readonly begin: (start: DraftStart) => void;
  /** The text box has changed: a draft begins or goes on. */
  readonly type: () => void;
  readonly compose: (going: boolean) => void;
  readonly highlight: (by: 1 | -1) => void;
  readonly tick: (code: OptionCode) => void;
  readonly tickHighlighted: () => void;
  readonly cancel: () => void;
  /** Enter: keeps the value and returns true, or goes on typing and returns false. */
  readonly settle: () => boolean;
  /** Keeps the value whatever stands there; nothing happens where nothing was typed. */
  readonly finish: () => void;
}

interface DraftSource {
  readonly boxRef: RefObject<HTMLTextAreaElement | null>;
  readonly cell: DraftCell;
  readonly onKeep: (value: unknown) => void;
  readonly onDrafting: (going: boolean) => void;
}

/**
 * Binds the pure draft to the one text box of the grid. The box is not controlled by React: while an input method
 * composes, nothing but the browser may touch its text.
 */
export const useDraft = ({ boxRef, cell, onKeep, onDrafting }: DraftSource): Drafting => {
  const [draft, setDraft] = useState<Draft>();
  const current = useRef<Draft>(undefined);
  const composing = useRef(false);

  const show = (next: Draft): void => {
    if (current.current === undefined) onDrafting(true);
    current.current = next;
    setDraft(next);
    if (boxRef.current === null || composing.current) return;
    if (boxRef.current.value !== next.text) boxRef.current.value = next.text;
    fit(boxRef.current);
  };
  const end = (): void => {
    if (current.current === undefined) return;
    current.current = undefined;
    composing.current = false;
    setDraft(undefined);
    onDrafting(false);
    if (boxRef.current === null) return;
    boxRef.current.value = '';
    boxRef.current.style.height = '';
  };
  const withText = (): Draft | undefined => {
    const going = current.current;
    const text = boxRef.current?.value;
    return going !== undefined && text !== undefined && text !== going.text ? typeInto(going, text, cell) : going;
  };
  const tick = (code: OptionCode): void => {
    if (current.current !== undefined) show(toggle(current.current, code, cell));
  };

  return {
    draft,
    begin: (start) => {
      if (current.current !== undefined) return;
      show(beginDraft(cell, start));
      boxRef.current?.setSelectionRange(boxRef.current.value.length, boxRef.current.value.length);
    },
    type: () => {
      const going = current.current ?? beginDraft(cell, 'replace');
      show(composing.current ? going : typeInto(going, boxRef.current?.value ?? '', cell));
      if (boxRef.current !== null && composing.current) fit(boxRef.current);
    },
    compose: (going) => {
      composing.current = going;
    },
    highlight: (by) => {
      if (current.current !== undefined) show(highlightNext(current.current, by, cell));
    },
    tick,
    tickHighlighted: () => {
      const going = current.current;
      const match = going === undefined ? undefined : matchesOf(going, cell)[going.highlighted];
      if (match !== undefined) tick(match.code);
    },
    cancel: end,
    settle: () => {
      const going = withText();
      if (going === undefined) return true;
      const settled = settle(going, cell);
      if (settled.done) {
        end();
        onKeep(settled.value);
      } else show(settled.draft);
      return settled.done;
    },
    finish: () => {
      const going = withText();
      if (going === undefined) return;
      const value = finish(going, cell);
      end();
      onKeep(value);
    },
  };
};

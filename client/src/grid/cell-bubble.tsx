import { useRef, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { sentencesOf, worstSeverity } from './cell-notes.ts';
import type { GridLabels } from './labels.ts';
import type { Notes } from './notes.ts';
import { useAnchored } from './use-anchored.ts';

interface CellBubbleProps {
  /** The element id of the cell it speaks about. */
  readonly cell: string;
  readonly notes: Notes;
  readonly labels: GridLabels;
}

/**
 * What is said about a cell, beside it, for the eye; the cell itself carries the same words for screen readers. The mouse
 * goes through it to the cells below.
 */
export function CellBubble({ cell, notes, labels }: CellBubbleProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useAnchored(box, () => document.getElementById(cell));
  return createPortal(
    <div ref={box} aria-hidden="true" className={`roster-bubble roster-bubble-${worstSeverity(notes) ?? 'remark'}`}>
      {sentencesOf(notes, labels).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>,
    document.body,
  );
}

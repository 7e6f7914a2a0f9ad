import { useRef, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { cellId } from './cell-id.ts';
import { notesOfCell, sentencesOf, worstSeverity } from './cell-notes.ts';
import { isCut, type Layout } from './layout.ts';
import type { CellAt } from './selection.ts';
import { shownText } from './show-cell.ts';
import { useAnchored } from './use-anchored.ts';
import type { Roster } from './use-roster.ts';

interface BubbleProps {
  readonly cell: string;
  readonly tone: string;
  readonly sentences: readonly string[];
}

function Bubble({ cell, tone, sentences }: BubbleProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useAnchored(box, () => document.getElementById(cell));
  return createPortal(
    <div ref={box} aria-hidden="true" className={`roster-bubble roster-bubble-${tone}`}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>,
    document.body,
  );
}

interface CellBubbleProps {
  readonly grid: string;
  readonly roster: Roster;
  readonly layout: Layout;
  readonly at: CellAt;
}

/**
 * What a cell has no room for, beside it: the whole of a long text, and all that is said about it. It is for the eye; the
 * cell itself carries the same words for screen readers. The mouse goes through it to the cells below.
 */
export function CellBubble({ grid, roster, layout, at }: CellBubbleProps): ReactElement | null {
  const row = roster.rows[at.row];
  const column = roster.columns[at.column];
  if (row === undefined || column === undefined) return null;
  const { labels } = roster.context;
  const notes = notesOfCell(row, column, roster.notes.get(row._id), labels);
  const text = shownText(column, row[column.key], labels);
  const whole = isCut(text, layout.widths[at.column] ?? 0, layout) ? [text] : [];
  const sentences = [...whole, ...sentencesOf(notes, labels)];
  if (sentences.length === 0) return null;
  return (
    <Bubble cell={cellId(grid, row._id, column.key)} tone={worstSeverity(notes) ?? 'calm'} sentences={sentences} />
  );
}

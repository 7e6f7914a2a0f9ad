import type { ReactElement } from 'react';

/** Outlines on a field of 16 × 16, drawn with the colour of the text around them. */
const outlines = {
  add: 'M8 3v10M3 8h10',
  insert: 'M3 3h10M3 6h10M8 8v6M5 11h6',
  remove: 'M3 4.5h10M6 4.5V3h4v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5M7 7v4M9 7v4',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  undo: 'M6 3L3 6l3 3M3 6h6a4 4 0 010 8H7',
  redo: 'M10 3l3 3-3 3M13 6H7a4 4 0 000 8h2',
  remark: 'M3 3h10v7H8l-3 3v-3H3z',
  keys: 'M2 4h12v8H2zM4.500 6.500h1M7.500 6.500h1M10.500 6.500h1M5 9.500h6',
  caret: 'M4 6l4 4 4-4',
  calendar: 'M3 4h10v9H3zM3 7h10M6 2.500V5M10 2.500V5',
  lock: 'M4 7.500h8V13H4zM5.500 7.500V5.500a2.500 2.500 0 015 0v2',
} as const;

export type IconName = keyof typeof outlines;

export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg className="roster-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={outlines[name]} />
    </svg>
  );
}

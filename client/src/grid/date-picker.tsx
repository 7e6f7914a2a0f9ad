import { useImperativeHandle, useRef, type ReactElement, type Ref } from 'react';
import type { Box } from './layout.ts';
import { readDate, readMonth } from './read-date.ts';

export interface DatePickerHandle {
  readonly open: () => void;
}

interface DatePickerProps {
  readonly ref: Ref<DatePickerHandle>;
  readonly kind: 'date' | 'month';
  readonly value: unknown;
  readonly box: Box;
  readonly onPick: (value: string) => void;
}

/** The browser's own calendar over the active cell; where a browser has none, dates are only typed. */
export function DatePicker({ ref, kind, value, box, onPick }: DatePickerProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const known = typeof value === 'string' ? (kind === 'date' ? readDate(value) : readMonth(value)) : undefined;
  useImperativeHandle(ref, () => ({
    open: () => {
      if (input.current === null || !('showPicker' in input.current)) return;
      input.current.value = known ?? '';
      input.current.showPicker();
    },
  }));
  return (
    <input
      ref={input}
      type={kind}
      tabIndex={-1}
      aria-hidden="true"
      className="roster-date"
      style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
      onChange={(event) => {
        if (event.target.value !== '') onPick(event.target.value);
      }}
    />
  );
}

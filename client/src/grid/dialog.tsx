import { useEffect, useId, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The last button is the one that Enter presses. */
  readonly buttons: readonly { readonly label: string; readonly main: boolean; readonly onPress: () => void }[];
  readonly onClose: () => void;
}

const turnFocus = (event: KeyboardEvent, box: HTMLElement | null): void => {
  const stops = [...(box?.querySelectorAll('button') ?? [])];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  const next = stops[(at + (event.shiftKey ? -1 : 1) + stops.length) % stops.length];
  event.preventDefault();
  next?.focus();
};

/** A question that must be answered before work goes on; the focus stays inside, Escape closes it. */
export function Dialog({ title, children, buttons, onClose }: DialogProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const heading = useId();
  useEffect(() => {
    const stops = box.current?.querySelectorAll('button');
    stops?.[stops.length - 1]?.focus();
  }, []);
  return createPortal(
    <div className="roster-veil">
      <div
        ref={box}
        role="dialog"
        aria-modal="true"
        aria-labelledby={heading}
        className="roster-dialog"
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          if (event.key === 'Tab') turnFocus(event, box.current);
        }}
      >
        <h2 id={heading}>{title}</h2>
        <div className="roster-dialog-body">{children}</div>
        <div className="roster-dialog-buttons">
          {buttons.map((button) => (
            <button
              key={button.label}
              type="button"
              className={button.main ? 'roster-button roster-button-main' : 'roster-button'}
              onClick={button.onPress}
            >
              {button.label}
            </button>
          ))}
        </div>
      </div>
    </div>,
    document.body,
  );
}

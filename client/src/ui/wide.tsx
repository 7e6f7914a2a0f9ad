import type { ReactNode } from 'react';

/** A table that may be wider than the screen: it scrolls by itself, also with the keyboard. */
export const Wide = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="wide" role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
);

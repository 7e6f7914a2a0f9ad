import type { ReactElement } from 'react';
import { Dialog } from './dialog.tsx';
import type { GridLabels } from './labels.ts';

interface KeyHelpProps {
  readonly labels: GridLabels;
  readonly onClose: () => void;
}

export function KeyHelp({ labels, onClose }: KeyHelpProps): ReactElement {
  return (
    <Dialog title={labels.keys} buttons={[{ label: labels.close, main: true, onPress: onClose }]} onClose={onClose}>
      <dl className="roster-keys">
        {labels.keyHelp.map(([keys, what]) => (
          <div key={keys}>
            <dt>{keys}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

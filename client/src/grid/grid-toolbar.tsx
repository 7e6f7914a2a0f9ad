import type { ReactElement } from 'react';
import { Icon, type IconName } from './icon.tsx';

export interface Tool {
  readonly icon: IconName;
  readonly label: string;
  readonly disabled?: boolean | undefined;
  /** Shown as a sign only; its label is read aloud and shown on pointing. */
  readonly small?: boolean | undefined;
  readonly onPress: () => void;
}

interface GridToolbarProps {
  readonly label: string;
  readonly tools: readonly Tool[];
}

/** The same actions as the keys give, for the mouse and the finger. */
export function GridToolbar({ label, tools }: GridToolbarProps): ReactElement {
  return (
    <div role="toolbar" aria-label={label} className="roster-tools">
      {tools.map((tool) => (
        <button
          key={tool.label}
          type="button"
          className={tool.small === true ? 'roster-button roster-button-small' : 'roster-button'}
          disabled={tool.disabled}
          aria-label={tool.small === true ? tool.label : undefined}
          title={tool.small === true ? tool.label : undefined}
          onClick={tool.onPress}
        >
          <Icon name={tool.icon} />
          {tool.small === true ? null : tool.label}
        </button>
      ))}
    </div>
  );
}

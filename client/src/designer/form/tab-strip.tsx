import { useId, type KeyboardEvent, type ReactNode } from 'react';

interface Props<Key extends string> {
  label: string;
  tabs: readonly { key: Key; label: string }[];
  active: Key;
  onTab: (key: Key) => void;
  children: ReactNode;
}

/** Tabs that cost nothing while somebody types below them. Arrows go from one to the next. */
export const TabStrip = <Key extends string>({ label, tabs, active, onTab, children }: Props<Key>) => {
  const id = useId();
  const turn = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const at = tabs.findIndex(({ key }) => key === active);
    const next = tabs[(at + by + tabs.length) % tabs.length];
    if (next === undefined) return;
    onTab(next.key);
    document.getElementById(`${id}${next.key}`)?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={label} className="tab-strip" onKeyDown={turn}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            id={`${id}${tab.key}`}
            type="button"
            role="tab"
            aria-selected={tab.key === active}
            tabIndex={tab.key === active ? 0 : -1}
            onClick={() => {
              onTab(tab.key);
            }}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" aria-labelledby={`${id}${active}`}>
        {children}
      </div>
    </>
  );
};

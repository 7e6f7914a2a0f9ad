import { createContext, useContext, useSyncExternalStore } from 'react';

/** Below this width a table cannot be read; rows become cards. */
const phone = '(max-width: 639px)';

const query = (): MediaQueryList | undefined => ('matchMedia' in window ? window.matchMedia(phone) : undefined);

const subscribe = (changed: () => void): (() => void) => {
  const media = query();
  media?.addEventListener('change', changed);
  return () => media?.removeEventListener('change', changed);
};

/** Says that what stands inside is to be drawn as on a phone, or as not on one, whatever the window is. */
export const AsPhone = createContext<boolean | null>(null);

export const usePhone = (): boolean => {
  const asked = useContext(AsPhone);
  const found = useSyncExternalStore(subscribe, () => query()?.matches ?? false);
  return asked ?? found;
};

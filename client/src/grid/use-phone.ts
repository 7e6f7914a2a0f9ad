import { useSyncExternalStore } from 'react';

/** Below this width a table cannot be read; rows become cards. */
const phone = '(max-width: 639px)';

const query = (): MediaQueryList | undefined => ('matchMedia' in window ? window.matchMedia(phone) : undefined);

const subscribe = (changed: () => void): (() => void) => {
  const media = query();
  media?.addEventListener('change', changed);
  return () => media?.removeEventListener('change', changed);
};

export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => query()?.matches ?? false);

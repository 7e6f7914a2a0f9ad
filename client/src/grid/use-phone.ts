import { createContext, useContext } from 'react';
import { useMedia } from '../ui/use-media.ts';

/** Says that what stands inside is to be drawn as on a phone, or as not on one, whatever the window is. */
export const AsPhone = createContext<boolean | null>(null);

/** Below this width a table cannot be read; rows become cards. */
export const usePhone = (): boolean => {
  const asked = useContext(AsPhone);
  const found = useMedia('(max-width: 639px)');
  return asked ?? found;
};

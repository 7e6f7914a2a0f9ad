import { createContext, useContext } from 'react';

/** What cards ask of the sheet; the same functions for as long as the page stands. */
export interface CanvasHands {
  select: (id: string, adding: boolean) => void;
  nudge: (id: string, by: -1 | 1) => void;
  duplicate: (id: string) => void;
  remove: (id: string) => void;
}

const nothing = (): void => undefined;

export const CanvasContext = createContext<CanvasHands>({
  select: nothing,
  nudge: nothing,
  duplicate: nothing,
  remove: nothing,
});

export const useCanvas = (): CanvasHands => useContext(CanvasContext);

import { createContext, useContext } from 'react';

/** Back and forth in the definition around, for what has keys of its own for it. */
export const HistoryContext = createContext<{ undo: () => void; redo: () => void }>({
  undo: () => undefined,
  redo: () => undefined,
});

export const useTurns = () => useContext(HistoryContext);

import { createContext } from 'react';
import type { GridHandle } from '../grid/grid-props.ts';

/** Rosters announce themselves here by key, so that a list of problems can lead to their cells. */
export const JumpContext = createContext<(roster: string, handle: GridHandle | null) => void>(() => undefined);

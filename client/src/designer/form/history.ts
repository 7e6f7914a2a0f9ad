/** Undo and redo without limit: every step keeps what stood before it. Values share what they have in common. */
export interface History<State> {
  past: readonly State[];
  now: State;
  future: readonly State[];
  /** What the last step was about; typing on in the same place is one step. Null where a new step begins in any case. */
  about: string | null;
}

export const begin = <State>(now: State): History<State> => ({ past: [], now, future: [], about: null });

/** `about` names what is being typed into, null for a step of its own. */
export const advance = <State>(history: History<State>, next: State, about: string | null): History<State> => {
  if (next === history.now) return history;
  const goesOn = about !== null && about === history.about && history.past.length > 0;
  return { past: goesOn ? history.past : [...history.past, history.now], now: next, future: [], about };
};

export const undo = <State>(history: History<State>): History<State> => {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future], about: null };
};

export const redo = <State>(history: History<State>): History<State> => {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.now], now: next, future, about: null };
};

import { useCallback, useReducer } from 'react';
import type { Command } from './commands/command.ts';

interface Step {
  text: string;
  name: string;
}

interface History {
  text: string;
  past: Step[];
  future: Step[];
  /** The word and time of the last step, for steps that belong together. */
  last: { merge: string; at: number } | null;
}

/** Steps of one merge word within this time are one step. */
const TOGETHER = 2_000;

type Turn =
  { type: 'run'; command: Command; at: number } | { type: 'undo' | 'redo' } | { type: 'restart'; text: string };

export const turn = (history: History, given: Turn): History => {
  const { text, past, future, last } = history;
  switch (given.type) {
    case 'restart':
      return { text: given.text, past: [], future: [], last: null };
    case 'undo': {
      const step = past.at(-1);
      if (step === undefined) return history;
      return { text: step.text, past: past.slice(0, -1), future: [{ text, name: step.name }, ...future], last: null };
    }
    case 'redo': {
      const [step, ...rest] = future;
      if (step === undefined) return history;
      return { text: step.text, past: [...past, { text, name: step.name }], future: rest, last: null };
    }
    case 'run': {
      const { command, at } = given;
      const next = command.apply(text);
      if (next === text) return history;
      const { merge } = command;
      const isSame = merge !== undefined && last?.merge === merge && at - last.at < TOGETHER;
      return {
        text: next,
        past: isSame ? past : [...past, { text, name: command.name }],
        future: [],
        last: merge === undefined ? null : { merge, at },
      };
    }
  }
};

export const beginning = (text: string): History => ({ text, past: [], future: [], last: null });

/** The text of a definition with everything that was done to it; undo has no end but the beginning. */
export const useHistory = (start: string) => {
  const [history, give] = useReducer(turn, start, beginning);
  const run = useCallback((command: Command): void => {
    give({ type: 'run', command, at: Date.now() });
  }, []);
  const undo = useCallback((): void => {
    give({ type: 'undo' });
  }, []);
  const redo = useCallback((): void => {
    give({ type: 'redo' });
  }, []);
  const restart = useCallback((text: string): void => {
    give({ type: 'restart', text });
  }, []);
  const { text, past, future } = history;
  return { text, run, undo, redo, restart, undoes: past.at(-1)?.name ?? null, redoes: future[0]?.name ?? null };
};

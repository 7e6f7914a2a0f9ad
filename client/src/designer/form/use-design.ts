import { createContext, useContext, useMemo, useReducer } from 'react';
import type { Form } from '#contract/definition/form.ts';
import type { Programme } from '#contract/definition/programme.ts';
import type { Workflow } from '#contract/definition/workflow.ts';
import { design, firstState } from './design-state.ts';

/** What can be done to the form being designed; the same functions for as long as the page stands. */
export interface Hands {
  /** `about` names what is being typed into, so that typing on is one step back; null for a step of its own. */
  edit: (about: string | null, change: (form: Form) => Form, select?: readonly string[]) => void;
  type: (about: string | null, text: string) => void;
  open: (text: string) => void;
  undo: () => void;
  redo: () => void;
  select: (selected: readonly string[]) => void;
}

/** What stands around the form: who may say what cannot be changed any more. */
export interface Surroundings {
  programme: Programme | null;
  /** The workflow that the form belongs to, where there is one: it decides what expressions may name. */
  workflow: Workflow | null;
  /** As it is published now; keys and codes in it are permanent. */
  published: Form | null;
  /** The language of plain titles. */
  main: string;
  /** All languages that texts are written in, the main one first. */
  locales: readonly string[];
}

export const useDesign = (text: string) => {
  const [state, dispatch] = useReducer(design, text, firstState);
  const hands = useMemo<Hands>(
    () => ({
      edit: (about, change, select) => {
        dispatch({ do: 'edit', about, change, ...(select && { select }) });
      },
      type: (about, typed) => {
        dispatch({ do: 'type', about, text: typed });
      },
      open: (opened) => {
        dispatch({ do: 'open', text: opened });
      },
      undo: () => {
        dispatch({ do: 'undo' });
      },
      redo: () => {
        dispatch({ do: 'redo' });
      },
      select: (selected) => {
        dispatch({ do: 'select', selected });
      },
    }),
    [],
  );
  return { state, hands };
};

const nothing = (): void => undefined;

export const HandsContext = createContext<Hands>({
  edit: nothing,
  type: nothing,
  open: nothing,
  undo: nothing,
  redo: nothing,
  select: nothing,
});
export const SurroundingsContext = createContext<Surroundings>({
  programme: null,
  workflow: null,
  published: null,
  main: 'zh-CN',
  locales: ['zh-CN'],
});
/** The form of now, for the editors beside the sheet. */
export const FormContext = createContext<Form | null>(null);

export const useHands = (): Hands => useContext(HandsContext);
export const useSurroundings = (): Surroundings => useContext(SurroundingsContext);

/** The form of now. Only what stands inside the designer's board asks. */
export const useForm = (): Form => {
  const form = useContext(FormContext);
  if (form === null) throw new Error('there is no form around');
  return form;
};

import type { Form } from '#contract/definition/form.ts';
import { readDocument, textOf, withForm, type FormDocument } from './document.ts';
import { advance, begin, redo, undo, type History } from './history.ts';
import { fieldAt } from './place.ts';

/** What is on the drawing board: the form, or beside it a text that is no form at the moment. */
export interface Board {
  document: FormDocument;
  /** The text as typed, while it cannot be drawn. */
  broken: { text: string; reason: 'not-json' | 'not-a-form' } | null;
}

export interface DesignState {
  history: History<Board>;
  /** Dotted paths of the chosen fields, the one whose properties show last; empty for the form itself. */
  selected: readonly string[];
}

export type DesignAction =
  | { do: 'edit'; about: string | null; change: (form: Form) => Form; select?: readonly string[] }
  | { do: 'type'; about: string | null; text: string }
  | { do: 'open'; text: string }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'select'; selected: readonly string[] };

const EMPTY: Form = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'empty',
  title: '',
  type: 'object',
  properties: {},
};

/** A board for a text; what cannot be drawn stands beside the last form that could. */
const boardOf = (text: string, last: FormDocument | null): Board => {
  const reading = readDocument(text);
  if (reading.ok) return { document: reading.document, broken: null };
  const document = last ?? {
    written: { text: '{}', tree: { kind: 'leaf', start: 0, end: 2, value: null } },
    form: EMPTY,
  };
  return { document, broken: { text, reason: reading.reason } };
};

export const firstState = (text: string): DesignState => ({ history: begin(boardOf(text, null)), selected: [] });

export const boardText = ({ document, broken }: Board): string => broken?.text ?? textOf(document);

const pathOf = (id: string): string[] => (id === '' ? [] : id.split('.'));

/** The chosen fields that are still there. */
const still = (form: Form, selected: readonly string[]): readonly string[] => {
  const kept = selected.filter((id) => fieldAt(form, pathOf(id)) !== undefined);
  return kept.length === selected.length ? selected : kept;
};

const at = (state: DesignState, history: History<Board>, selected = state.selected): DesignState =>
  history === state.history && selected === state.selected
    ? state
    : { history, selected: still(history.now.document.form, selected) };

/** A form whose text is broken is mended in the text first; until then no edit reaches it. */
const edited = (state: DesignState, action: Extract<DesignAction, { do: 'edit' }>): DesignState => {
  const { now } = state.history;
  if (now.broken !== null) return state;
  const document = withForm(now.document, action.change(now.document.form));
  if (document === now.document) return state;
  return at(state, advance(state.history, { document, broken: null }, action.about), action.select ?? state.selected);
};

export const design = (state: DesignState, action: DesignAction): DesignState => {
  const { history } = state;
  switch (action.do) {
    case 'edit':
      return edited(state, action);
    case 'type':
      if (action.text === boardText(history.now)) return state;
      return at(state, advance(history, boardOf(action.text, history.now.document), action.about));
    case 'open':
      return at(state, advance(history, boardOf(action.text, history.now.document), null));
    case 'undo':
      return at(state, undo(history));
    case 'redo':
      return at(state, redo(history));
    case 'select': {
      // A new choice ends the step that was being typed.
      const ended = history.about === null ? history : { ...history, about: null };
      return { history: ended, selected: still(history.now.document.form, action.selected) };
    }
  }
};

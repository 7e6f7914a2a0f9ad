import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import {
  bracketMatching,
  defaultHighlightStyle,
  foldGutter,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { type Extension, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { FindingView } from '#contract/wire/design.ts';
import { changeBetween, diagnosticsOf } from './text-change.ts';
import './text-editor.css';

interface Props {
  /** The name that is read aloud. */
  label: string;
  language: 'yaml' | 'json';
  value: string;
  findings?: readonly FindingView[];
  /** The language of what is said of the findings. */
  tongue: string;
  isReadOnly?: boolean;
  /** Where to go: a new object each time somebody asks. */
  jump?: { line: number; column: number } | null;
  onChange: (text: string) => void;
  onUndo?: () => void;
  onRedo?: () => void;
}

const LANGUAGES = { yaml, json };

const placeOf = (state: EditorState, { line, column }: { line: number; column: number }): number => {
  const found = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines));
  return Math.min(found.from + Math.max(column, 1) - 1, found.to);
};

type Hands = Pick<Props, 'onChange' | 'onUndo' | 'onRedo'>;

/** One history serves text and forms: the editor has none of its own. */
const keysFor = (hands: { current: Hands }): Extension => {
  const turn = (way: 'onUndo' | 'onRedo') => () => {
    hands.current[way]?.();
    return true;
  };
  return keymap.of([
    { key: 'Mod-z', run: turn('onUndo'), preventDefault: true },
    { key: 'Mod-y', run: turn('onRedo'), preventDefault: true },
    { key: 'Mod-Shift-z', run: turn('onRedo'), preventDefault: true },
    ...defaultKeymap,
  ]);
};

/**
 * The text of a definition with what lint says of it at its place. Tab leaves the editor, as everywhere on a page; the text
 * follows `value`, wherever it was changed, and keeps the caret.
 */
export const TextEditor = ({
  label,
  language,
  value,
  findings = [],
  tongue,
  isReadOnly = false,
  jump,
  ...given
}: Props) => {
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const hands = useRef<Hands>(given);
  const first = useRef(value);
  useEffect(() => {
    hands.current = given;
  });
  useEffect(() => {
    if (holder.current === null) return;
    const made = new EditorView({
      parent: holder.current,
      doc: first.current,
      extensions: [
        lineNumbers(),
        foldGutter(),
        lintGutter(),
        drawSelection(),
        highlightActiveLine(),
        indentOnInput(),
        bracketMatching(),
        syntaxHighlighting(defaultHighlightStyle),
        LANGUAGES[language](),
        keysFor(hands),
        EditorState.tabSize.of(2),
        EditorState.readOnly.of(isReadOnly),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) hands.current.onChange(state.doc.toString());
        }),
      ],
    });
    view.current = made;
    return () => {
      first.current = made.state.doc.toString();
      made.destroy();
      view.current = null;
    };
  }, [language, label, isReadOnly]);
  useEffect(() => {
    const now = view.current;
    const change = now === null ? null : changeBetween(now.state.doc.toString(), value);
    if (change !== null) now?.dispatch({ changes: change });
  }, [value]);
  useEffect(() => {
    const now = view.current;
    if (now === null) return;
    const at = (line: number, column: number): number => placeOf(now.state, { line, column });
    now.dispatch(setDiagnostics(now.state, diagnosticsOf(findings, { at, length: now.state.doc.length, tongue })));
  }, [findings, tongue, value]);
  useEffect(() => {
    const now = view.current;
    if (now === null || jump === null || jump === undefined) return;
    const anchor = placeOf(now.state, jump);
    now.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    now.focus();
  }, [jump]);
  return <div className="text-editor" ref={holder} />;
};

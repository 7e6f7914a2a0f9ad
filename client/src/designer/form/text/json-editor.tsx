import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  defaultHighlightStyle,
  foldGutter,
  foldKeymap,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState, type Extension, type Text } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { FindingView } from '#contract/wire/design.ts';
import './json-editor.css';

export interface JsonEditorProps {
  text: string;
  label: string;
  /** The language of what lint says. */
  locale: string;
  nonce: string;
  findings: readonly FindingView[];
  /** Where to go: a new object each time somebody asks. */
  jump: { line: number; column: number } | null;
  onChange: (text: string) => void;
  onUndo: () => void;
  onRedo: () => void;
}

const FromOutside = Annotation.define<boolean>();

/** The smallest change that makes one text the other, so that the caret stays where it is. */
const difference = (before: string, after: string): { from: number; to: number; insert: string } => {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
};

const placeIn = (document: Text, { line, column }: { line: number; column: number }): number => {
  const found = document.line(Math.min(Math.max(line, 1), document.lines));
  return Math.min(found.from + Math.max(column, 1) - 1, found.to);
};

const WORD = /^("(?:[^"\\]|\\.)*"|[^\s,}\]]+)/;

const diagnosticsOf = (document: Text, findings: readonly FindingView[], locale: string): Diagnostic[] => {
  const tag = locale === 'en' ? 'en' : 'zh-CN';
  return findings
    .map((finding): Diagnostic => {
      const from = placeIn(document, finding);
      const rest = document.sliceString(from, document.lineAt(from).to);
      const advice = finding.suggestion?.[tag];
      const message = advice === undefined ? finding.message[tag] : `${finding.message[tag]}\n${advice}`;
      return { from, to: from + (WORD.exec(rest)?.[0].length ?? 0), severity: finding.severity, message };
    })
    .sort((one, other) => one.from - other.from);
};

type Hands = Pick<JsonEditorProps, 'onChange' | 'onUndo' | 'onRedo'>;

/** One history serves text and sheet: the editor has none of its own. Tab leaves it, as everywhere on a page. */
const workings = (hands: { current: Hands }, { label, nonce }: { label: string; nonce: string }): Extension[] => {
  const turn = (way: 'onUndo' | 'onRedo') => (): boolean => {
    hands.current[way]();
    return true;
  };
  return [
    EditorView.cspNonce.of(nonce),
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    highlightActiveLine(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
    json(),
    EditorState.tabSize.of(2),
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
    keymap.of([
      { key: 'Mod-z', run: turn('onUndo'), preventDefault: true },
      { key: 'Mod-y', run: turn('onRedo'), preventDefault: true },
      { key: 'Mod-Shift-z', run: turn('onRedo'), preventDefault: true },
      ...lintKeymap,
      ...foldKeymap,
      ...defaultKeymap,
    ]),
    EditorView.updateListener.of(({ transactions, state }) => {
      const isTyped = transactions.some((one) => one.docChanged && one.annotation(FromOutside) !== true);
      if (isTyped) hands.current.onChange(state.doc.toString());
    }),
  ];
};

/** The text of a form, coloured, with what lint says under the words that it is about. */
export const JsonEditor = (props: JsonEditorProps) => {
  const { text, label, locale, nonce, findings, jump } = props;
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const live = useRef(props);
  useEffect(() => {
    live.current = props;
  });
  useEffect(() => {
    if (holder.current === null) return;
    const made = new EditorView({
      parent: holder.current,
      doc: live.current.text,
      extensions: workings(live, { label, nonce }),
    });
    view.current = made;
    return () => {
      made.destroy();
      view.current = null;
    };
  }, [label, nonce]);
  useEffect(() => {
    const editor = view.current;
    const before = editor?.state.doc.toString();
    if (editor === null || before === undefined || before === text) return;
    editor.dispatch({ changes: difference(before, text), annotations: FromOutside.of(true) });
  }, [text]);
  useEffect(() => {
    const editor = view.current;
    editor?.dispatch(setDiagnostics(editor.state, diagnosticsOf(editor.state.doc, findings, locale)));
  }, [findings, locale, text]);
  useEffect(() => {
    const editor = view.current;
    if (editor === null || jump === null) return;
    const anchor = placeIn(editor.state.doc, jump);
    editor.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    editor.focus();
  }, [jump]);
  return <div className="json-editor" ref={holder} />;
};

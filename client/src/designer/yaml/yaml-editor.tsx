import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import {
  bracketMatching,
  defaultHighlightStyle,
  foldGutter,
  foldKeymap,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { FindingView } from '#contract/wire/design.ts';
import { rangeOf } from './finding-range.ts';
import './yaml-editor.css';

export interface YamlEditorHandle {
  /** Shows and marks a part of the text. */
  show: (from: number, to: number, focus: boolean) => void;
}

interface Props {
  text: string;
  label: string;
  language: string;
  nonce: string;
  findings: readonly FindingView[];
  onChange: (text: string) => void;
  onUndo: () => void;
  onRedo: () => void;
  /** Where the author works in the text, as an offset. */
  onCaret?: (offset: number) => void;
  ref?: Ref<YamlEditorHandle>;
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

const diagnosticsOf = (text: string, findings: readonly FindingView[], language: string): Diagnostic[] => {
  const tag = language === 'en' ? 'en' : 'zh-CN';
  return findings
    .map((finding) => {
      const advice = finding.suggestion?.[tag];
      const message = advice === undefined ? finding.message[tag] : `${finding.message[tag]}\n${advice}`;
      return { ...rangeOf(text, finding), severity: finding.severity, message };
    })
    .sort((one, other) => one.from - other.from);
};

/** The text itself, coloured, with what lint says under the words that it is about. */
export const YamlEditor = (props: Props) => {
  const { text, label, language, nonce, findings, ref } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const live = useRef(props);
  useEffect(() => {
    live.current = props;
  });

  useEffect(() => {
    const parent = host.current;
    if (parent === null) return;
    const run = (what: 'onUndo' | 'onRedo') => (): boolean => {
      live.current[what]();
      return true;
    };
    const made = new EditorView({
      parent,
      state: EditorState.create({
        doc: live.current.text,
        extensions: [
          EditorView.cspNonce.of(nonce),
          lineNumbers(),
          foldGutter(),
          lintGutter(),
          highlightActiveLine(),
          highlightActiveLineGutter(),
          drawSelection(),
          indentOnInput(),
          bracketMatching(),
          syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
          yaml(),
          EditorState.tabSize.of(2),
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
          keymap.of([
            { key: 'Mod-z', run: run('onUndo'), preventDefault: true },
            { key: 'Mod-y', run: run('onRedo'), preventDefault: true },
            { key: 'Mod-Shift-z', run: run('onRedo'), preventDefault: true },
            ...lintKeymap,
            ...foldKeymap,
            ...defaultKeymap,
            indentWithTab,
          ]),
          EditorView.updateListener.of((update) => {
            const isTyped = update.transactions.some((one) => one.docChanged && one.annotation(FromOutside) !== true);
            if (isTyped) live.current.onChange(update.state.doc.toString());
            const isMoved = update.selectionSet && update.view.hasFocus;
            if (isMoved) live.current.onCaret?.(update.state.selection.main.head);
          }),
        ],
      }),
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
    if (editor === null) return;
    editor.dispatch(setDiagnostics(editor.state, diagnosticsOf(editor.state.doc.toString(), findings, language)));
  }, [findings, language, text]);

  useImperativeHandle(ref, () => ({
    show: (from, to, focus) => {
      const editor = view.current;
      if (editor === null) return;
      const end = Math.min(to, editor.state.doc.length);
      editor.dispatch({
        selection: { anchor: Math.min(from, end), head: end },
        effects: EditorView.scrollIntoView(Math.min(from, end), { y: 'center' }),
      });
      if (focus) editor.focus();
    },
  }));

  return <div className="yaml-editor" ref={host} />;
};

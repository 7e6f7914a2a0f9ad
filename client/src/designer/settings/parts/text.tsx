import { useImperativeHandle, useRef, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingView } from '#contract/wire/design.ts';
import { replaceText } from '../../workflow/commands/replace-text.ts';
import { useDesk } from '../../workflow/desk-context.ts';
import { rangeOf } from '../../yaml/finding-range.ts';
import { YamlEditor, type YamlEditorHandle } from '../../yaml/yaml-editor.tsx';
import { useTurns } from '../history-context.ts';

export interface TextHandle {
  show: (finding: FindingView) => void;
}

/** The text itself; what is changed in it shows in the forms, and the other way round. */
export const TextPart = ({ nonce, ref }: { nonce: string; ref?: Ref<TextHandle> }) => {
  const { t, i18n } = useTranslation();
  const { text, findings, run } = useDesk();
  const { undo, redo } = useTurns();
  const editor = useRef<YamlEditorHandle>(null);
  useImperativeHandle(ref, () => ({
    show: (finding) => {
      const { from, to } = rangeOf(text, finding);
      editor.current?.show(from, to, true);
    },
  }));
  return (
    <div className="settings-text">
      <YamlEditor
        ref={editor}
        text={text}
        label={t('settings.text')}
        language={i18n.language}
        nonce={nonce}
        findings={findings}
        onChange={(next) => {
          run(replaceText(next, 'typing'));
        }}
        onUndo={undo}
        onRedo={redo}
      />
    </div>
  );
};

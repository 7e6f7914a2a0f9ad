import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingView } from '#contract/wire/design.ts';
import { JsonEditor } from './text/json-editor.tsx';

interface Props {
  text: string;
  findings: readonly FindingView[];
  nonce: string;
  jump: { line: number; column: number } | null;
  onChange: (about: string | null, text: string) => void;
  onUndo: () => void;
  onRedo: () => void;
}

/** Typing goes on being one step until somebody pauses this long. */
const PAUSE = 1_000;

/** The form as the file that it is. What is typed shows on the sheet as soon as it is a form again. */
export const TextView = ({ text, findings, nonce, jump, onChange, onUndo, onRedo }: Props) => {
  const { t, i18n } = useTranslation();
  const burst = useRef({ n: 0, at: 0 });
  return (
    <div className="sheet text-view">
      <JsonEditor
        label={t('form-designer.view.text')}
        text={text}
        nonce={nonce}
        findings={findings}
        locale={i18n.language}
        jump={jump}
        onUndo={onUndo}
        onRedo={onRedo}
        onChange={(typed) => {
          const now = performance.now();
          if (now - burst.current.at > PAUSE) burst.current.n += 1;
          burst.current.at = now;
          onChange(`text:${String(burst.current.n)}`, typed);
        }}
      />
    </div>
  );
};

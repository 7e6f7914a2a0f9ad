import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Popconfirm, Segmented, Space } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DefinitionText } from '#contract/wire/design.ts';
import { DraftConflict } from '../../draft/draft-conflict.tsx';
import { DraftLine } from '../../draft/draft-line.tsx';
import { useDraft } from '../../draft/use-draft.ts';
import { valueOf } from '../../yaml/read-yaml.ts';
import { YamlEditor } from '../../yaml/yaml-editor.tsx';
import { replaceText } from '../commands/replace-text.ts';
import { DeskContext, useDesk, type WorkflowDesk } from '../desk-context.ts';
import { titleOf } from '../names.ts';
import { useHistory } from '../use-history.ts';
import { useLint } from '../use-lint.ts';
import type { PlayedScenario } from './scenario-line.tsx';
import { ScenarioSteps } from './scenario-steps.tsx';

interface Props {
  programme: string;
  definition: DefinitionText;
  nonce: string;
  result: PlayedScenario | undefined;
  onSaved: () => void;
  onGone: () => void;
}

/** A scenario in plain words and as text, each changing the other; it is played anew whenever it is saved. */
export const ScenarioEditor = ({ programme, definition, nonce, result, onSaved, onGone }: Props) => {
  const { t, i18n } = useTranslation();
  const outer = useDesk();
  const { key } = definition;
  const name = useMemo(() => ({ kind: 'Scenario' as const, key }), [key]);
  const [begun] = useState(definition.draft?.text ?? definition.published?.text ?? '');
  const { text, run, undo, redo, undoes, redoes, restart } = useHistory(begun);
  const told = useRef(onSaved);
  useEffect(() => {
    told.current = onSaved;
  }, [onSaved]);
  const [onKept] = useState(() => (): void => {
    told.current();
  });
  const draft = useDraft(programme, name, { start: definition, onSaved: onKept });
  const lint = useLint(programme, name, text);
  const [side, setSide] = useState<'words' | 'text'>('words');
  const kept = useRef(begun);
  const { keep } = draft;
  useEffect(() => {
    if (kept.current === text) return;
    kept.current = text;
    keep(text);
  }, [text, keep]);
  const value = useMemo(() => valueOf(text), [text]);
  // What lint says while one types comes first; what playing it came to stands as long as the text is the one that was played
  const findings = lint.findings.length > 0 ? lint.findings : (result?.findings ?? []);
  const desk: WorkflowDesk = {
    ...outer,
    text,
    workflow: value ?? {},
    isBroken: value === null,
    findings,
    run,
  };
  return (
    <div className="scenario-editor">
      <div className="scenario-head">
        <h2>{titleOf(value?.['title'], i18n.language, key)}</h2>
        <DraftLine status={draft.status} />
        <span className="spring" />
        <Space.Compact size="small">
          <Button icon={<UndoOutlined />} aria-label={t('workflow.undo')} disabled={undoes === null} onClick={undo} />
          <Button icon={<RedoOutlined />} aria-label={t('workflow.redo')} disabled={redoes === null} onClick={redo} />
        </Space.Compact>
        <Segmented
          size="small"
          aria-label={t('workflow.views')}
          value={side}
          options={[
            { value: 'words', label: t('scenario.words') },
            { value: 'text', label: t('workflow.sheet.text') },
          ]}
          onChange={setSide}
        />
        {draft.exists ? (
          <Popconfirm
            title={t('scenario.discard-sure')}
            onConfirm={() => {
              void draft.discard().then((gone) => {
                if (gone) onGone();
              });
            }}
          >
            <Button size="small" danger type="text">
              {t('scenario.discard')}
            </Button>
          </Popconfirm>
        ) : null}
      </div>
      <DraftConflict
        draft={draft}
        onTake={(other) => {
          const theirs = other ?? definition.published?.text ?? '';
          kept.current = theirs;
          restart(theirs);
        }}
      />
      {side === 'text' ? (
        <div className="scenario-text">
          <YamlEditor
            text={text}
            label={t('scenario.text')}
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
      ) : (
        <DeskContext.Provider value={desk}>
          <ScenarioSteps workflow={outer} />
        </DeskContext.Provider>
      )}
    </div>
  );
};

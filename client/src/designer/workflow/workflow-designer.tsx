import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Segmented, Space, Tooltip } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DefinitionText, ScenarioReport } from '#contract/wire/design.ts';
import { DraftConflict } from '../draft/draft-conflict.tsx';
import { DraftLine } from '../draft/draft-line.tsx';
import { useDraft } from '../draft/use-draft.ts';
import { type Path, valueOf } from '../yaml/read-yaml.ts';
import { rangeOfPath } from '../yaml/finding-range.ts';
import type { YamlEditorHandle } from '../yaml/yaml-editor.tsx';
import type { Command } from './commands/command.ts';
import { DesignView } from './design-view.tsx';
import { titleOf } from './names.ts';
import { ScenariosView } from './scenarios/scenarios-view.tsx';
import { useHistory } from './use-history.ts';
import { useLint } from './use-lint.ts';
import { WalkView } from './walk/walk-view.tsx';
import { WorkflowDeskProvider } from './workflow-desk.tsx';
import './workflow.css';

export const VIEWS = ['design', 'walk', 'scenarios'] as const;
export type View = (typeof VIEWS)[number];

interface Props {
  programme: string;
  definition: DefinitionText;
  nonce: string;
  view: View;
  onView: (view: View) => void;
}

/** Takes undo and redo from the whole page, except where a field has an undo of its own while it is typed in. */
const useUndoKeys = (undo: () => void, redo: () => void): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
    };
  }, [undo, redo]);
};

/** The designer of one workflow: it is drawn, written, tested and walked through here, and saves itself as a draft. */
export const WorkflowDesigner = ({ programme, definition, nonce, view, onView }: Props) => {
  const { t, i18n } = useTranslation();
  const { kind, key } = definition;
  const name = useMemo(() => ({ kind, key }), [kind, key]);
  const [begun] = useState(definition.draft?.text ?? definition.published?.text ?? '');
  const history = useHistory(begun);
  const draft = useDraft(programme, name, { start: definition });
  const lint = useLint(programme, name, history.text);
  const [selected, setSelected] = useState<Path>([]);
  const [report, setReport] = useState<ScenarioReport | null>(null);
  const editor = useRef<YamlEditorHandle>(null);
  const { text, run, undo, redo, undoes, redoes } = history;
  const { keep } = draft;
  const kept = useRef(begun);
  useEffect(() => {
    if (kept.current === text) return;
    kept.current = text;
    keep(text);
  }, [text, keep]);
  useUndoKeys(undo, redo);
  const select = useMemo(
    () =>
      (path: Path): void => {
        setSelected(path);
        const range = rangeOfPath(kept.current, path);
        const isTyping = document.activeElement?.closest('.yaml-editor') !== null;
        if (range !== null && !isTyping) editor.current?.show(range.from, range.to, false);
      },
    [],
  );
  const take = (other: string | null): void => {
    const theirs = other ?? definition.published?.text ?? '';
    kept.current = theirs;
    history.restart(theirs);
  };
  const runHere = (command: Command): void => {
    run(command);
  };
  const title = titleOf(valueOf(text)?.['title'], i18n.language, key);
  return (
    <div className={`workflow-designer workflow-view-${view}`}>
      <header className="workflow-head">
        <h1>{title}</h1>
        <DraftLine status={draft.status} />
        <span className="spring" />
        <Link to={`/design?programme=${programme}`}>{t('workflow.all-definitions')}</Link>
        <Link to={`/design/${programme}/publish`}>{t('workflow.publish')}</Link>
        <Space.Compact>
          <Tooltip title={undoes === null ? t('workflow.undo') : t('workflow.undo-this', { name: t(undoes) })}>
            <Button icon={<UndoOutlined />} aria-label={t('workflow.undo')} disabled={undoes === null} onClick={undo} />
          </Tooltip>
          <Tooltip title={redoes === null ? t('workflow.redo') : t('workflow.redo-this', { name: t(redoes) })}>
            <Button icon={<RedoOutlined />} aria-label={t('workflow.redo')} disabled={redoes === null} onClick={redo} />
          </Tooltip>
        </Space.Compact>
        <Segmented<View>
          aria-label={t('workflow.views')}
          value={view}
          options={VIEWS.map((one) => ({ value: one, label: t(`workflow.view.${one}`) }))}
          onChange={onView}
        />
      </header>
      <DraftConflict draft={draft} onTake={take} />
      <WorkflowDeskProvider
        programme={programme}
        text={text}
        publishedText={definition.published?.text ?? null}
        findings={lint.findings}
        run={runHere}
        selected={selected}
        onSelect={select}
      >
        {view === 'design' ? (
          <DesignView
            lint={lint}
            nonce={nonce}
            coverage={report?.coverage[key]}
            editor={editor}
            undo={undo}
            redo={redo}
          />
        ) : null}
        {view === 'walk' ? <WalkView programme={programme} workflow={key} flush={draft.flush} /> : null}
        {view === 'scenarios' ? (
          <ScenariosView programme={programme} workflow={key} nonce={nonce} flush={draft.flush} onReport={setReport} />
        ) : null}
      </WorkflowDeskProvider>
    </div>
  );
};

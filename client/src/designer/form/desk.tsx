import { AppstoreAddOutlined, ControlOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Alert, Button, Drawer, Grid } from 'antd';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftConflict } from '../draft/draft-conflict.tsx';
import { DraftLine } from '../draft/draft-line.tsx';
import { useDraft } from '../draft/use-draft.ts';
import { Canvas } from './canvas/canvas.tsx';
import { DragBoard } from './canvas/drag-board.tsx';
import { Palette } from './canvas/palette.tsx';
import { CanvasContext } from './canvas/use-canvas.ts';
import { useCanvasHands } from './canvas/use-canvas-hands.ts';
import { useClipboard } from './canvas/use-clipboard.ts';
import { ConflictDifference } from './conflict-difference.tsx';
import { boardText, type DesignState } from './design-state.ts';
import './form-designer.css';
import type { DesignerProps } from './designer-props.ts';
import { Panel, type PanelTab } from './panel.tsx';
import { Preview } from './preview/preview.tsx';
import { ProblemList } from './problem-list.tsx';
import { gravest, problemsOf, type Problem } from './problem.ts';
import { TextView } from './text-view.tsx';
import { Toolbar } from './toolbar.tsx';
import { useActs } from './use-acts.ts';
import { FormContext, useHands } from './use-design.ts';
import { useKeys } from './use-keys.ts';
import { useLint } from './use-lint.ts';

interface Props extends DesignerProps {
  state: DesignState;
}

type Sheet = 'palette' | 'panel' | 'problems';

const NO_PROBLEMS: readonly Problem[] = [];

/** Which tab shows the keyword that a problem is about. */
const tabOf = ({ keyword, field }: Problem): PanelTab => {
  if (['if', 'then', 'else', 'allOf', 'dependentRequired'].includes(keyword ?? '')) return 'conditions';
  if (keyword === 'x-rules' || keyword === 'x-totals') return 'rules';
  return keyword === 'x-layout' && field === '' ? 'paper' : 'properties';
};

/** Palette, sheet and properties side by side; on a narrow screen the sheet alone, with the others to be called up. */
export const Desk = (props: Props) => {
  const { programme, definition, nonce, state, view, onView, onDiscarded, onPublish } = props;
  const { t, i18n } = useTranslation();
  const hands = useHands();
  const wide = Grid.useBreakpoint().lg ?? true;
  const [tab, setTab] = useState<PanelTab>('properties');
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [line, setLine] = useState<{ line: number; column: number } | null>(null);
  const { history, selected } = state;
  const board = history.now;
  const { form } = board.document;
  const name = { kind: 'Form' as const, key: definition.key };
  const text = boardText(useDeferredValue(board));
  const draft = useDraft(programme, name, { start: definition });
  const { keep } = draft;
  const isFirst = history.past.length === 0 && history.future.length === 0;
  useEffect(() => {
    if (!isFirst) keep(text);
  }, [keep, text, isFirst]);
  const findings = useLint(programme, name, text);
  const problems = useMemo(
    () => (findings === null ? null : problemsOf(findings, i18n.language)),
    [findings, i18n.language],
  );
  const marks = useMemo(() => gravest(problems ?? NO_PROBLEMS), [problems]);
  const canvas = useCanvasHands({ form, selected });
  useClipboard(canvas);
  useKeys(hands);
  const add = useCallback(
    (kind: string) => {
      canvas.add(kind);
      setSheet(null);
    },
    [canvas],
  );
  const jump = (problem: Problem): void => {
    setSheet(wide ? null : 'panel');
    if (board.broken !== null || view === 'text') {
      onView('text');
      setLine({ line: problem.line, column: problem.column });
      return;
    }
    onView('design');
    hands.select(problem.field === '' ? [] : [problem.field]);
    setTab(tabOf(problem));
  };
  const { flush, discard } = draft;
  const acts = useActs({ canvas, flush, discard, onView, onDiscarded, onPublish });
  const errors = problems?.filter(({ severity }) => severity === 'error').length ?? 0;
  const panel = <Panel selected={selected} problems={problems ?? NO_PROBLEMS} tab={tab} onTab={setTab} />;
  const palette = <Palette onAdd={add} />;
  const list = <ProblemList problems={problems} onJump={jump} />;
  const troubled = (problems?.length ?? 0) > 0;
  const box = (
    <section className="designer-problem-box" aria-label={t('form-designer.problems')}>
      <h2>
        {t('form-designer.problems')}
        {troubled ? ` (${String(problems?.length)})` : null}
      </h2>
      {list}
    </section>
  );
  const middle =
    view === 'text' ? (
      <TextView
        text={boardText(board)}
        findings={findings ?? []}
        nonce={nonce}
        jump={line}
        onChange={hands.type}
        onUndo={hands.undo}
        onRedo={hands.redo}
      />
    ) : view === 'design' ? (
      <Canvas form={form} selected={selected} problems={marks} />
    ) : (
      <Preview kind={view} programme={programme} />
    );
  const isDrawing = view === 'design' && board.broken === null;
  return (
    <FormContext.Provider value={form}>
      <CanvasContext.Provider value={canvas}>
        <DragBoard onDrop={canvas.drop}>
          <div className="designer">
            <div className="designer-top">
              <DraftLine status={draft.status} />
              <Toolbar
                view={view}
                canUndo={history.past.length > 0}
                canRedo={history.future.length > 0}
                canCopy={selected.length > 0}
                canPaste={board.broken === null}
                canDiscard={draft.exists}
                {...acts}
              />
            </div>
            <DraftConflict
              draft={draft}
              onTake={(theirs) => {
                hands.open(theirs ?? definition.published?.text ?? '');
              }}
            />
            {draft.other?.text == null ? null : <ConflictDifference theirs={draft.other.text} mine={form} />}
            {board.broken === null || view === 'text' ? null : (
              <Alert
                type="error"
                showIcon
                title={t(`form-designer.${board.broken.reason}`)}
                action={
                  <Button
                    size="small"
                    onClick={() => {
                      onView('text');
                    }}
                  >
                    {t('form-designer.to-text')}
                  </Button>
                }
              />
            )}
            <div className={`designer-body designer-body-${isDrawing ? 'drawing' : view}`}>
              {isDrawing && wide ? palette : null}
              <div className="designer-middle">{middle}</div>
              {wide && (isDrawing || view === 'text') ? (
                <aside className="designer-side">
                  {troubled ? box : null}
                  {isDrawing ? panel : null}
                  {troubled ? null : box}
                </aside>
              ) : null}
            </div>
            {wide ? null : (
              <div className="designer-foot">
                <Button
                  icon={<AppstoreAddOutlined />}
                  disabled={!isDrawing}
                  onClick={() => {
                    setSheet('palette');
                  }}
                >
                  {t('form-designer.add')}
                </Button>
                <Button
                  icon={<ControlOutlined />}
                  disabled={!isDrawing}
                  onClick={() => {
                    setSheet('panel');
                  }}
                >
                  {t('form-designer.properties')}
                </Button>
                <Button
                  icon={<ExclamationCircleOutlined />}
                  danger={errors > 0}
                  onClick={() => {
                    setSheet('problems');
                  }}
                >
                  {t('form-designer.problems')} {problems?.length ?? ''}
                </Button>
              </div>
            )}
            <Drawer
              open={!wide && sheet !== null}
              placement="bottom"
              size="75%"
              title={sheet === null ? '' : t(`form-designer.drawer.${sheet}`)}
              onClose={() => {
                setSheet(null);
              }}
            >
              {sheet === 'palette' ? palette : sheet === 'panel' ? panel : list}
            </Drawer>
          </div>
        </DragBoard>
      </CanvasContext.Provider>
    </FormContext.Provider>
  );
};

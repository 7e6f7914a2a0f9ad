import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps, useStore } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { lineThrough, type PlacedTransition } from './graph.ts';

interface TransitionFace extends Record<string, unknown> {
  placed: PlacedTransition;
  title: string;
  /** The state it leads to. */
  target: string;
  kind: string;
  isWrong: boolean;
  isCovered: boolean | null;
  onSelect: () => void;
  onInsert: (() => void) | null;
}

export type TransitionEdgeType = Edge<TransitionFace, 'transition'>;

/** Pixels of the screen that a finger hits, however small the picture is drawn. */
const TARGET = 25;
/** Drawn smaller than this, the places to insert would cover the picture; the properties of an action still offer it. */
const SMALLEST = 0.5;

/** A way from one state to another with its name on it, and the place where a review can be put in between. */
export const TransitionEdge = ({ data, selected, markerEnd }: EdgeProps<TransitionEdgeType>) => {
  const { t } = useTranslation();
  const zoom = useStore((store) => store.transform[2]);
  if (data === undefined) return null;
  const { placed, title, target, kind, isWrong, isCovered, onSelect, onInsert } = data;
  const classes = `transition transition-${kind}${selected === true ? ' transition-selected' : ''}${isWrong ? ' transition-wrong' : ''}${isCovered === false ? ' transition-missed' : ''}`;
  return (
    <>
      <BaseEdge
        path={lineThrough(placed.points)}
        className={classes}
        {...(markerEnd === undefined ? {} : { markerEnd })}
      />
      <EdgeLabelRenderer>
        <div
          className={`transition-label nodrag nopan ${classes}`}
          style={{
            transform: `translate(-50%, -50%) translate(${String(placed.label.x)}px, ${String(placed.label.y)}px)`,
          }}
        >
          <button type="button" className="transition-name" onClick={onSelect}>
            {title}
            {isCovered === true ? ' ✓' : ''}
          </button>
          {onInsert === null || zoom < SMALLEST ? null : (
            <button
              type="button"
              className="transition-insert"
              style={{ minWidth: TARGET / zoom, minHeight: TARGET / zoom }}
              title={t('workflow.insert-here')}
              aria-label={`${title} → ${target} · ${t('workflow.insert-here')}`}
              onClick={onInsert}
            >
              ＋
            </button>
          )}
        </div>
      </EdgeLabelRenderer>
    </>
  );
};

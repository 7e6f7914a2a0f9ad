import '@xyflow/react/dist/base.css';
import {
  Background,
  Controls,
  getViewportForBounds,
  MarkerType,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioReport } from '#contract/wire/design.ts';
import { at, isEqual, isRecord } from '../../yaml/read-yaml.ts';
import type { Transition } from '../commands/transitions.ts';
import { findingsAt, useDesk } from '../desk-context.ts';
import { AddActionDialog } from '../dialogs/add-action-dialog.tsx';
import { InsertReviewDialog } from '../dialogs/insert-review-dialog.tsx';
import { actorTitle, deadlineTitle, keysAt, stateTitle, transitionTitle, wordsAt } from '../names.ts';
import { useEventName } from '../use-event-name.ts';
import { boundsOf, type Drawing, drawingOf } from './graph.ts';
import './picture.css';
import { type StateFace, StateNode, type StateNodeType } from './state-node.tsx';
import { TransitionEdge, type TransitionEdgeType } from './transition-edge.tsx';

type Coverage = ScenarioReport['coverage'][string];

interface Props {
  coverage: Coverage | undefined;
  /** Where the case of a walk is. */
  here?: string | undefined;
}

const NODES = { state: StateNode };
const EDGES = { transition: TransitionEdge };
/** The switch between picture and text lies over the top. */
const MARGINS = { top: '56px', x: '24px', bottom: '24px' } as const;

/** About how wide a text is: Chinese signs are twice as wide. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 14 : 7.6), 0);

/** Who has something to do in a state, by its actions and tasks. */
const whoActs = (state: unknown): string[] => {
  const on = at(state, ['on']);
  const actions = isRecord(on) ? Object.values(on).filter((rule) => at(rule, ['kind']) !== 'withdraw') : [];
  return [...new Set(actions.flatMap((rule) => wordsAt(rule, ['by'])))];
};

const useFaces = ({ coverage, here }: Props): Map<string, StateFace> => {
  const desk = useDesk();
  const { workflow, findings } = desk;
  return useMemo(() => {
    const face = (key: string): StateFace => {
      const state = at(workflow, ['states', key]);
      const found = findingsAt(findings, ['states', key]).filter(({ path }) => path[2] !== 'on' || path.length < 4);
      const final = at(state, ['final']);
      return {
        key,
        title: stateTitle(desk, key),
        isInitial: at(workflow, ['initial']) === key,
        final: typeof final === 'string' ? final : null,
        who: final === undefined ? whoActs(state).map((actor) => actorTitle(desk, actor)) : [],
        deadlines: wordsAt(state, ['deadline']).map((deadline) => deadlineTitle(desk, deadline)),
        errors: found.filter(({ severity }) => severity === 'error').length,
        warnings: found.filter(({ severity }) => severity === 'warning').length,
        isCovered: coverage === undefined ? null : coverage.states.covered.includes(key),
        isHere: here === key,
      };
    };
    return new Map(keysAt(workflow, ['states']).map((key) => [key, face(key)]));
  }, [desk, workflow, findings, coverage, here]);
};

/** Keeps the whole drawing in sight, names of transitions among it, whenever it or its frame changes. */
const FitOnChange = ({ drawing }: { drawing: Drawing }) => {
  const { setViewport } = useReactFlow();
  const width = useStore((store) => store.width);
  const height = useStore((store) => store.height);
  const shape = JSON.stringify(boundsOf(drawing));
  useEffect(() => {
    if (width === 0 || height === 0) return;
    const bounds = JSON.parse(shape) as ReturnType<typeof boundsOf>;
    void setViewport(getViewportForBounds(bounds, width, height, 0.2, 1, MARGINS));
  }, [shape, width, height, setViewport]);
  return null;
};

const Canvas = ({ coverage, here }: Props) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const { workflow, findings, selected, select, isBroken } = desk;
  const eventName = useEventName();
  const [inserting, setInserting] = useState<Transition | null>(null);
  const [joining, setJoining] = useState<{ from: string; to: string } | null>(null);
  const faces = useFaces({ coverage, here });
  const nameOf = (transition: Transition): string =>
    transitionTitle(desk, { state: transition.from, name: transition.name, eventName });
  const drawing = drawingOf(workflow, {
    stateHeight: (key) => {
      const face = faces.get(key);
      const lines = face === undefined ? 0 : Math.ceil(widthOf(face.who.join('，')) / 168) + face.deadlines.length;
      return 44 + 20 * lines;
    },
    labelWidth: (transition) => widthOf(nameOf(transition)) + 44,
  });
  const nodes: StateNodeType[] = drawing.states.map(({ key, x, y, width, height }) => ({
    id: key,
    type: 'state',
    position: { x, y },
    width,
    height,
    selected: isEqual(selected, ['states', key]),
    draggable: false,
    ariaLabel: `${t('workflow.state')} ${stateTitle(desk, key)}`,
    data: faces.get(key) ?? ({ key } as StateFace),
  }));
  const edges: TransitionEdgeType[] = drawing.transitions.map((placed) => {
    const path = ['states', placed.from, 'on', placed.name];
    const kind = at(workflow, [...path, 'kind']);
    const isCovered =
      placed.isEvent || coverage === undefined
        ? null
        : coverage.actions.covered.includes(`${placed.from}.${placed.name}`);
    return {
      id: placed.id,
      type: 'transition',
      source: placed.from,
      target: placed.to,
      selected: isEqual(selected, path),
      focusable: false,
      markerEnd: { type: MarkerType.ArrowClosed, width: 18, height: 18 },
      data: {
        placed,
        title: nameOf(placed),
        target: stateTitle(desk, placed.to),
        kind: placed.isEvent ? 'event' : typeof kind === 'string' ? kind : 'act',
        isWrong: findingsAt(findings, path).some(({ severity }) => severity === 'error'),
        isCovered,
        onSelect: () => {
          select(path);
        },
        onInsert: isBroken
          ? null
          : () => {
              setInserting(placed);
            },
      },
    };
  });
  return (
    <>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODES}
        edgeTypes={EDGES}
        minZoom={0.2}
        maxZoom={2}
        nodesDraggable={false}
        nodesConnectable={!isBroken}
        elementsSelectable
        deleteKeyCode={null}
        aria-label={t('workflow.picture')}
        onNodesChange={(changes) => {
          for (const change of changes) if (change.type === 'select' && change.selected) select(['states', change.id]);
        }}
        onConnect={({ source, target }) => {
          setJoining({ from: source, to: target });
        }}
      >
        <Background gap={20} />
        <Controls showInteractive={false} />
        <FitOnChange drawing={drawing} />
      </ReactFlow>
      {inserting === null ? null : (
        <InsertReviewDialog
          transition={inserting}
          onClose={() => {
            setInserting(null);
          }}
        />
      )}
      {joining === null ? null : (
        <AddActionDialog
          from={joining.from}
          to={joining.to}
          onClose={() => {
            setJoining(null);
          }}
        />
      )}
    </>
  );
};

/** The workflow as a picture: what is clicked is edited beside it, a line drawn between two states makes an action. */
export const Picture = (props: Props) => (
  <div className="picture">
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  </div>
);

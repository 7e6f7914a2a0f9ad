import { graphlib, layout } from '@dagrejs/dagre';
import { at } from '../../yaml/read-yaml.ts';
import { transitionsOf, type Transition } from '../commands/transitions.ts';
import { keysAt } from '../names.ts';

export interface Point {
  x: number;
  y: number;
}

interface PlacedState {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedTransition extends Transition {
  id: string;
  /** Width of its name. */
  width: number;
  points: Point[];
  label: Point;
}

export interface Drawing {
  states: PlacedState[];
  transitions: PlacedTransition[];
}

const STATE_WIDTH = 200;

/** Sizes of what is drawn, told by whoever knows the words. */
export interface Sizes {
  stateHeight: (key: string) => number;
  labelWidth: (transition: Transition) => number;
}

const transitionId = ({ from, name, index }: Transition): string => `${from} ${name} ${String(index ?? 0)}`;

/** Where states and transitions stand in the picture: from above to below, nothing over anything else. */
export const drawingOf = (workflow: unknown, { stateHeight, labelWidth }: Sizes): Drawing => {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 40, edgesep: 24, ranksep: 44, marginx: 16, marginy: 16 });
  graph.setDefaultEdgeLabel(() => ({}));
  const keys = keysAt(workflow, ['states']);
  for (const key of keys) graph.setNode(key, { width: STATE_WIDTH, height: stateHeight(key) });
  // What leads to a state that is not there is told by lint; it cannot be drawn
  const drawn = transitionsOf(workflow).filter(({ from, to }) => keys.includes(to) && from !== to);
  const initial = at(workflow, ['initial']);
  for (const transition of drawn)
    graph.setEdge(
      transition.from,
      transition.to,
      {
        width: labelWidth(transition),
        height: 24,
        labelpos: 'c',
        weight: transition.from === initial ? 3 : 1,
      },
      transitionId(transition),
    );
  layout(graph);
  return {
    states: keys.map((key) => {
      const node = graph.node(key) as { x: number; y: number; width: number; height: number };
      return { key, x: node.x - node.width / 2, y: node.y - node.height / 2, width: node.width, height: node.height };
    }),
    transitions: drawn.map((transition) => {
      const id = transitionId(transition);
      const edge = graph.edge(transition.from, transition.to, id) as { points: Point[]; x: number; y: number };
      return { ...transition, id, width: labelWidth(transition), points: edge.points, label: { x: edge.x, y: edge.y } };
    }),
  };
};

/** The frame around everything that is drawn. */
export const boundsOf = ({ states, transitions }: Drawing): { x: number; y: number; width: number; height: number } => {
  const left = [
    ...states.map(({ x }) => x),
    ...transitions.flatMap(({ label, width, points }) => [label.x - width / 2, ...points.map(({ x }) => x)]),
  ];
  const right = [
    ...states.map(({ x, width }) => x + width),
    ...transitions.flatMap(({ label, width, points }) => [label.x + width / 2, ...points.map(({ x }) => x)]),
  ];
  const bottom = states.map(({ y, height }) => y + height);
  const [x, y] = [Math.min(0, ...left), 0];
  return { x, y, width: Math.max(0, ...right) - x, height: Math.max(0, ...bottom) - y };
};

const written = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** A soft line through all points, the name's place among them. */
export const lineThrough = (points: readonly Point[]): string => {
  const [first] = points;
  if (first === undefined) return '';
  const curves = points.slice(1).map((point, n) => {
    const from = points[n] ?? point;
    const before = points[n - 1] ?? from;
    const after = points[n + 2] ?? point;
    const leaving = { x: from.x + (point.x - before.x) / 6, y: from.y + (point.y - before.y) / 6 };
    const coming = { x: point.x - (after.x - from.x) / 6, y: point.y - (after.y - from.y) / 6 };
    return `C ${written(leaving)}, ${written(coming)}, ${written(point)}`;
  });
  return `M ${written(first)} ${curves.join(' ')}`;
};

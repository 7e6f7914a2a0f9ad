import { at, type Path } from '../../yaml/read-yaml.ts';
import { useDesk } from '../desk-context.ts';
import { ActorPanel } from './actor-panel.tsx';
import { DeadlinePanel } from './deadline-panel.tsx';
import { BallotsPanel, DrawPanel, MarksPanel, MattersPanel, RankingPanel } from './contest-panels.tsx';
import { GeneralPanel } from './general-panel.tsx';
import { MeasuresPanel, MessagesPanel, PeriodsPanel, StandInPanel } from './settings-panels.tsx';
import { StatePanel } from './state-panel.tsx';
import { TransitionPanel } from './transition-panel.tsx';

const PANELS: Record<string, () => React.ReactNode> = {
  periods: () => <PeriodsPanel />,
  proxy: () => <StandInPanel />,
  metrics: () => <MeasuresPanel />,
  messages: () => <MessagesPanel />,
  ballots: () => <BallotsPanel />,
  marks: () => <MarksPanel />,
  ranking: () => <RankingPanel />,
  draw: () => <DrawPanel />,
  matters: () => <MattersPanel />,
};

/** Words whose properties stand beside those of another. */
const BESIDE: Record<string, string> = {
  exemption: 'proxy',
  settle: 'metrics',
  params: 'metrics',
  places: 'ranking',
  unfilled: 'ranking',
  budget: 'ranking',
};

/** The words of a workflow whose properties stand together in the panel of one of them. */
export const wordsBeside = (word: string): string[] => [
  word,
  ...Object.keys(BESIDE).filter((other) => BESIDE[other] === word),
];

/** The nearest place at or above a path that has properties of its own. */
export const placeWithPanel = (workflow: unknown, path: Path): Path => {
  const [part, key, word, name] = path;
  const isThere = (...steps: (string | number)[]): boolean => at(workflow, steps) !== undefined;
  if (part === 'states' && typeof key === 'string' && isThere(part, key))
    return word === 'on' && name !== undefined && isThere(part, key, word, name)
      ? [part, key, word, name]
      : [part, key];
  if ((part === 'actors' || part === 'deadlines') && key !== undefined && isThere(part, key)) return [part, key];
  const home = BESIDE[String(part)] ?? String(part);
  return Object.hasOwn(PANELS, home) ? [home] : [];
};

/** The properties of what is selected. */
export const PropertyPanel = () => {
  const { workflow, selected } = useDesk();
  const [part, key, , name] = placeWithPanel(workflow, selected);
  if (part === 'states' && key !== undefined)
    return name === undefined ? (
      <StatePanel key={String(key)} state={String(key)} />
    ) : (
      <TransitionPanel key={`${String(key)} ${String(name)}`} state={String(key)} name={String(name)} />
    );
  if (part === 'actors') return <ActorPanel key={String(key)} actor={String(key)} />;
  if (part === 'deadlines') return <DeadlinePanel key={String(key)} deadline={String(key)} />;
  return PANELS[String(part)]?.() ?? <GeneralPanel />;
};

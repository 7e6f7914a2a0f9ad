import type { Migration } from '../../contract/definition/migration.ts';
import type { State } from '../../contract/definition/workflow.ts';
import { lookup } from '../data.ts';
import type { Model } from '../model.ts';

/** A state in which running cases stand, and how many. */
export interface Occupied {
  state: string;
  cases: number;
}

export interface Asked {
  before: Model;
  after: Model;
  occupied: readonly Occupied[];
  versions: { from: number; to: number };
  /** The way back of what is taken back; null where nothing is. */
  back: Migration | null;
}

/**
 * `open`: the states for which somebody must say where their cases go. `needed`: without a plan cases would lose their
 * place; where it is false they stay in their states, and a plan may send them to the new ones.
 */
export interface Proposal {
  plan: Migration;
  open: string[];
  needed: boolean;
}

/** The plan by equal names; null where no running case loses its state and none could go to a new one. */
export const propose = ({ before, after, occupied, versions, back }: Asked): Proposal | null => {
  const { key, states } = before.workflow;
  const homeless = occupied.map(({ state }) => state).filter((state) => !Object.hasOwn(after.workflow.states, state));
  const needed = homeless.length > 0;
  const isNew = (state: string): boolean => !Object.hasOwn(states, state);
  if (!needed && (occupied.length === 0 || !Object.keys(after.workflow.states).some(isNew))) return null;
  const ways = homeless.map((state) => [state, wayFrom(after, { state, was: states[state], back })] as const);
  const known = ways.flatMap(([state, to]) => (to === null ? [] : [[state, to] as const]));
  const tasks = Object.fromEntries(known.flatMap(([state, to]) => sameTasks({ before, after }, state, to)));
  return {
    plan: {
      apiVersion: 'formflow/v1',
      kind: 'Migration',
      key: `${key}_${versions.from}_to_${versions.to}`,
      workflow: key,
      ...versions,
      ...(needed ? { states: Object.fromEntries(known) } : {}),
      ...(Object.keys(tasks).length === 0 ? {} : { tasks }),
      ...(back?.fields === undefined ? {} : { fields: back.fields }),
    },
    open: ways.flatMap(([state, to]) => (to === null ? [state] : [])),
    needed,
  };
};

const sameTitle = (a: State['title'] | undefined, b: State['title']): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** The way that a plan led here, turned round; else the one new state that people call the same. */
const wayFrom = (
  after: Model,
  { state, was, back }: { state: string; was: State | undefined; back: Migration | null },
): string | null => {
  const returning = lookup(back?.states, state);
  if (returning !== undefined && Object.hasOwn(after.workflow.states, returning)) return returning;
  const namesakes = Object.entries(after.workflow.states).filter(([, { title }]) => sameTitle(was?.title, title));
  return namesakes.length === 1 ? (namesakes[0]?.[0] ?? null) : null;
};

type Tasks = NonNullable<Migration['tasks']>;

/** Tasks of the same name for the same actors are kept by whoever has taken them. */
const sameTasks = (
  { before, after }: Pick<Asked, 'before' | 'after'>,
  from: string,
  to: string,
): [string, Tasks[string]][] => {
  const [old, next] = [before.workflow.states[from]?.tasks, after.workflow.states[to]?.tasks];
  return Object.entries(old ?? {}).flatMap(([key, { actors }]): [string, Tasks[string]][] =>
    JSON.stringify(lookup(next, key)?.actors) === JSON.stringify(actors)
      ? [[key, { to: `${to}.${key}`, keep_assignee: true }]]
      : [],
  );
};

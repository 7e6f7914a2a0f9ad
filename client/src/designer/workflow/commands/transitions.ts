import { at, isRecord, type Path } from '../../yaml/read-yaml.ts';

/** One line from a state to another: of an action, or of an event; `index` counts the targets of a list. */
export interface Transition {
  from: string;
  name: string;
  to: string;
  index: number | null;
  isEvent: boolean;
}

/** A text may hold anything; only what has the form of a transition counts. */
const targetsOf = (to: unknown): { state: string; index: number | null }[] => {
  if (typeof to === 'string') return [{ state: to, index: null }];
  if (!Array.isArray(to)) return [];
  return to.flatMap((part: unknown, index) =>
    isRecord(part) && typeof part['state'] === 'string' ? [{ state: part['state'], index }] : [],
  );
};

/** All transitions in the order of the text. */
export const transitionsOf = (workflow: unknown): Transition[] => {
  const states = at(workflow, ['states']);
  if (!isRecord(states)) return [];
  return Object.entries(states).flatMap(([from, state]) => {
    const on = at(state, ['on']);
    if (!isRecord(on)) return [];
    return Object.entries(on).flatMap(([name, rule]) =>
      targetsOf(at(rule, ['to'])).map(({ state: to, index }) => ({
        from,
        name,
        to,
        index,
        isEvent: name.startsWith('@'),
      })),
    );
  });
};

/** Where a transition keeps its target. */
export const targetPath = ({ from, name, index }: Transition): Path =>
  index === null ? ['states', from, 'on', name, 'to'] : ['states', from, 'on', name, 'to', index, 'state'];

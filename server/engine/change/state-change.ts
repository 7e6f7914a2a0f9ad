import type { State, Workflow } from '../../contract/definition/workflow.ts';
import { say } from '../lint/check.ts';
import { actions } from './action-change.ts';
import { rights } from './actor-change.ts';
import { entries } from './entries.ts';
import { tasks } from './judging-change.ts';
import { oneOf, titlesOf } from './shown-value.ts';
import { type Tell, setting, table, text } from './telling.ts';

const FINALS = {
  success: say('办结', 'done'),
  failure: say('未通过', 'failed'),
  void: say('作废', 'void'),
};

const state = ({ states, actors }: Workflow): Tell<State> =>
  table<State>({
    title: text(say('名称', 'the title')),
    help: text(say('说明', 'the help')),
    final: setting('D', say('终结', 'being final'), oneOf(FINALS)),
    rights: rights(actors),
    deadline: setting('B', say('截止', 'its deadlines')),
    tasks,
    on: actions({ states, actors }),
  });

const both = ({
  before,
  after,
}: {
  before: Workflow | undefined;
  after: Workflow | undefined;
}): Workflow | undefined => {
  if (before === undefined || after === undefined) return after ?? before;
  return { ...after, states: { ...before.states, ...after.states }, actors: { ...before.actors, ...after.actors } };
};

/** Where a case can be. Running cases stand in states: what comes and goes is structure. */
export const statesOf = (pair: {
  before: Workflow | undefined;
  after: Workflow | undefined;
}): Tell<Workflow['states']> => {
  const naming = both(pair);
  return naming === undefined
    ? () => []
    : entries<State>({ thing: say('环节', 'state'), added: 'D', removed: 'D', inside: state(naming) });
};

/** The title of a state by its key. */
export const shownState =
  (pair: { before: Workflow | undefined; after: Workflow | undefined }) =>
  (value: unknown): ReturnType<typeof say> =>
    titlesOf([String(value)], both(pair)?.states);

import type { TaskRule } from '../../contract/definition/judging.ts';
import type { Workflow } from '../../contract/definition/workflow.ts';
import { isJudged } from '../judging/rule.ts';
import type { Path, Reference } from './check.ts';
import { referencesIn } from './check.ts';

/** What people judge in a workflow, as lint looks at it. */

export interface TaskAt {
  path: Path;
  key: string;
  state: string;
  rule: TaskRule;
}

export const tasksOf = ({ states }: Workflow): TaskAt[] =>
  Object.entries(states).flatMap(([state, { tasks }]) =>
    Object.entries(tasks ?? {}).map(([key, rule]) => ({ path: ['states', state, 'tasks', key], key, state, rule })),
  );

export const judgedTasks = (workflow: Workflow): TaskAt[] => tasksOf(workflow).filter(({ rule }) => isJudged(rule));

/** Forms that are no case's own: the sheets of marks and what a side record is filled in with. */
export const sheetReferences = ({ marks = {}, matters = {} }: Workflow): Reference[] => [
  ...Object.entries(marks).map(([key, { form }]) => ({ path: ['marks', key, 'form'], name: form })),
  ...Object.entries(matters).flatMap(([key, { form }]) =>
    form === undefined ? [] : [{ path: ['matters', key, 'form'], name: form }],
  ),
];

/** Actors of marks and side records. */
export const judgingActors = ({ marks = {}, matters = {} }: Workflow): Reference[] => [
  ...Object.entries(marks).flatMap(([key, { by }]) => referencesIn(by, ['marks', key, 'by'])),
  ...Object.entries(matters).flatMap(([key, { by, close }]) => [
    ...referencesIn(by, ['matters', key, 'by']),
    ...referencesIn(close, ['matters', key, 'close']),
  ]),
];

/** States in which the public may open a side record. */
export const publicStates = ({ matters = {} }: Workflow): Reference[] =>
  Object.entries(matters).flatMap(([key, { public: wish }]) =>
    typeof wish === 'object' ? referencesIn(wish.during, ['matters', key, 'public', 'during']) : [],
  );

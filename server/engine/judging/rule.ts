import type { TaskRule } from '../../contract/definition/judging.ts';
import type { LocalText } from '../../contract/text.ts';
import type { Case, Task } from '../case.ts';
import { lookup } from '../data.ts';
import type { Model } from '../model.ts';

/** Whether people finish the task one by one; any other is done by the action that ends it. */
export const isJudged = (rule: TaskRule): boolean =>
  [rule.for_each, rule.quorum, rule.outcome, rule.majority, rule.assign].some((word) => word !== undefined) ||
  rule.four_eyes === true;

export interface OutcomeChoice {
  code: string;
  title: LocalText;
}

/** What a person can come to; empty where finishing is all. */
export const outcomesOf = ({ outcome = [] }: TaskRule): OutcomeChoice[] =>
  outcome.map((one) => (typeof one === 'string' ? { code: one, title: one } : one));

/** The judged tasks of the state in which the case is. */
export const judgedIn = (model: Model, { state }: Pick<Case, 'state'>): [string, TaskRule][] =>
  Object.entries(model.workflow.states[state]?.tasks ?? {}).filter(([, rule]) => isJudged(rule));

/** The rule of a task of the state, where it is judged. */
export const judgedRule = (model: Model, { state }: Pick<Case, 'state'>, key: string): TaskRule | null => {
  const rule = lookup(model.workflow.states[state]?.tasks, key);
  return rule !== undefined && isJudged(rule) ? rule : null;
};

export const subjectOf = ({ subject = '' }: Task): string => subject;

/** The seats of one subject, those that were given up among them. */
export const seatsOf = (tasks: readonly Task[], { task, subject }: { task: string; subject: string }): Task[] =>
  tasks.filter((one) => one.key === task && subjectOf(one) === subject);

/** How many different people must finish it at least. */
export const seatsWanted = ({ quorum = 1, four_eyes }: TaskRule): number =>
  Math.max(quorum, four_eyes === true ? 2 : 1);

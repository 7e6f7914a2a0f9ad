import { lookup } from './data.ts';
import { claimSeat, releaseSeat, type SeatWish } from './judging/claim.ts';
import { isJudged, judgedRule } from './judging/rule.ts';
import { line } from './history.ts';
import type { Outcome } from './outcome.ts';
import { refused } from './refusal.ts';
import type { Situation } from './situation.ts';
import { standingFor, type Standing } from './standing.ts';
import { taskEffects } from './visit.ts';
import type { Task } from './case.ts';
import type { TaskRule } from '../contract/definition/judging.ts';

const isFor = (rule: TaskRule | undefined, actor: string): boolean =>
  rule !== undefined && !isJudged(rule) && rule.actors.includes(actor);

/** The open tasks of the visit that are for an actor and done by an action; judged ones are finished by themselves. */
export const tasksFor = ({ model, case: current }: Situation, actor: string): Task[] => {
  const rules = model.workflow.states[current.state]?.tasks;
  return current.tasks.filter((task) => task.status === 'open' && isFor(lookup(rules, task.key), actor));
};

/** Whether somebody else has claimed a task of this actor. Other actors are not bound by a claim. */
export const isHeldByAnother = (situation: Situation, actor: string): boolean =>
  tasksFor(situation, actor).some(({ assignee }) => assignee !== null && assignee !== situation.facts.person?.id);

/** Where the person stands before a task: who may do it may claim it. */
export const taskStanding = (situation: Situation, key: string): Standing => {
  const rule = lookup(situation.model.workflow.states[situation.case.state]?.tasks, key);
  return standingFor(situation, { by: rule?.actors ?? [], permission: null });
};

/** Takes an open task for oneself, or gives it back. Claiming what one holds already changes nothing. */
export const claim = (situation: Situation, wanted: SeatWish): Outcome =>
  isSeat(situation, wanted) ? claimSeat(situation, wanted) : assign(situation, wanted.task, true);
export const release = (situation: Situation, wanted: SeatWish): Outcome =>
  isSeat(situation, wanted) ? releaseSeat(situation, wanted) : assign(situation, wanted.task, false);

const isSeat = ({ model, case: current }: Situation, { task }: SeatWish): boolean =>
  judgedRule(model, current, task) !== null;

const assign = (situation: Situation, key: string, isClaim: boolean): Outcome => {
  const { model, case: current, facts } = situation;
  const exists = Object.values(model.workflow.states).some(({ tasks }) => lookup(tasks, key) !== undefined);
  if (!exists) return refused('unknown-action');
  const task = current.tasks.find((one) => one.key === key && one.status === 'open');
  if (task === undefined || current.status !== 'open') return refused('not-in-this-state');
  const standing = taskStanding(situation, key);
  if (standing.kind === 'none') return refused('not-your-role');
  if (standing.kind === 'same-person') return refused('same-person');
  if (lookup(model.workflow.states[current.state]?.tasks, key)?.claim !== true) return refused('not-in-this-state');
  const person = facts.person?.id ?? null;
  if (task.assignee !== null && task.assignee !== person) return refused('claimed-by-another');
  const assignee = isClaim ? person : null;
  if (task.assignee === assignee) return { kind: 'moved', case: current, effects: [], warnings: [] };
  const tasks = current.tasks.map((one) => (one === task ? { ...one, assignee } : one));
  const moved = { ...current, tasks };
  const type = isClaim ? 'claimed' : 'released';
  const event = line({ type, actor: standing.parts[0].actor, payload: { task: key } });
  return { kind: 'moved', case: moved, effects: [event, ...taskEffects(moved)], warnings: [] };
};

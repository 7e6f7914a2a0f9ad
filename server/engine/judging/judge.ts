import type { TaskRule } from '../../contract/definition/judging.ts';
import type { RefusalReason } from '../../contract/refusal.ts';
import type { Part } from '../actor.ts';
import type { Task } from '../case.ts';
import { lookup } from '../data.ts';
import type { Refused } from '../outcome.ts';
import { refused } from '../refusal.ts';
import type { Situation } from '../situation.ts';
import { standingFor } from '../standing.ts';
import { hasInterest } from './interest.ts';
import { judgedRule, seatsOf } from './rule.ts';
import { subjectsOf, type Subject } from './subjects.ts';

/** Where the person of the facts stands before one subject of a judged task. */
export interface Judge {
  kind: 'judge';
  task: string;
  rule: TaskRule;
  subject: Subject;
  part: Part;
  person: string;
  seats: Task[];
  /** The open seat that the person holds, or may take; null where all are taken. */
  seat: Task | null;
}

/** The seats of the subject, whose it may be; a row that is there no more has none that can be taken. */
const placed = (situation: Situation, judge: Omit<Judge, 'seat'>): Judge | Refused => {
  const { seats, person, rule, task, subject } = judge;
  if (seats.some((one) => one.status === 'done' && one.assignee === person)) return refused('judged-already');
  const open = seats.filter(({ status }) => status === 'open');
  if (open.length === 0) return refused('not-in-this-state');
  if (hasInterest(situation, { task, rule, subject })) return refused('conflict-of-interest');
  const seat = open.find(({ assignee }) => assignee === person) ?? open.find(({ assignee }) => assignee === null);
  return { ...judge, seat: seat ?? null };
};

/** Whether the person may judge the subject, tested in the order of the table of refusals. */
export const judgeOf = (situation: Situation, task: string, id: string): Judge | Refused => {
  const { model, case: current, facts } = situation;
  const isKnown = Object.values(model.workflow.states).some(({ tasks }) => lookup(tasks, task) !== undefined);
  if (!isKnown) return refused('unknown-action');
  const rule = judgedRule(model, current, task);
  const person = facts.person?.id;
  if (rule === null || current.status !== 'open' || person === undefined) return refused('not-in-this-state');
  const standing = standingFor(situation, { by: rule.actors, permission: 'cases.judge' });
  if (standing.kind === 'none') return refused('not-your-role');
  if (standing.kind === 'same-person') return refused('same-person');
  const subject = subjectsOf(situation, rule).find((one) => one.id === id);
  if (subject === undefined) return refused('not-in-this-state');
  const [part] = standing.parts;
  const seats = seatsOf(current.tasks, { task, subject: id });
  return placed(situation, { kind: 'judge', task, rule, subject, part, person, seats });
};

/** One subject of a judged task for the person: what is there to do, and why nothing where there is nothing. */
export interface Docket {
  task: string;
  subject: string;
  /** Null where the person may judge it now. */
  reason: RefusalReason | null;
  holds: boolean;
  isDone: boolean;
  outcome: string | null;
}

/** What the person of the facts has to do with the judged tasks of the state; nothing for whom they are not. */
export const docketOf = (situation: Situation): Docket[] => {
  const { model, case: current, facts } = situation;
  const tasks = Object.entries(model.workflow.states[current.state]?.tasks ?? {});
  return tasks.flatMap(([task]) => {
    const rule = judgedRule(model, current, task);
    if (rule === null || standingFor(situation, { by: rule.actors, permission: 'cases.judge' }).kind !== 'may')
      return [];
    return subjectsOf(situation, rule).map(({ id }): Docket => {
      const judge = judgeOf(situation, task, id);
      const own = seatsOf(current.tasks, { task, subject: id }).filter(({ assignee }) => assignee === facts.person?.id);
      const done = own.find(({ status }) => status === 'done');
      const isFull = judge.kind === 'judge' && judge.seat === null && rule.assign !== 'all';
      return {
        task,
        subject: id,
        reason: judge.kind === 'refused' ? judge.reason : isFull ? 'claimed-by-another' : null,
        holds: own.some(({ status }) => status === 'open'),
        isDone: done !== undefined,
        outcome: done?.outcome ?? null,
      };
    });
  });
};

/**
 * Whether what others judged is hidden from the person: in this state `hide_until: own_task_done` stands with one of the
 * person's actors, and something is left to judge.
 */
export const isBlind = (situation: Situation, actors: readonly string[]): boolean => {
  const rights = situation.model.workflow.states[situation.case.state]?.rights;
  const isHidden = actors.some((actor) => lookup(rights, actor)?.hide_until === 'own_task_done');
  const waits = ({ reason }: Docket): boolean => reason === null || reason === 'claimed-by-another';
  return isHidden && docketOf(situation).some(waits);
};

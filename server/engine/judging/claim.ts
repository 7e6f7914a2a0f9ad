import type { Task } from '../case.ts';
import { line } from '../history.ts';
import type { Outcome } from '../outcome.ts';
import { refused } from '../refusal.ts';
import type { Situation } from '../situation.ts';
import { judgeOf } from './judge.ts';

/** A subject of a task whose seat is taken or given back. */
export interface SeatWish {
  task: string;
  subject?: string;
}

/** Takes a free seat of a judged task, or gives it back. Taking what one holds already changes nothing. */
export const claimSeat = (situation: Situation, wish: SeatWish): Outcome => move(situation, wish, true);
export const releaseSeat = (situation: Situation, wish: SeatWish): Outcome => move(situation, wish, false);

const move = (situation: Situation, { task, subject = '' }: SeatWish, isClaim: boolean): Outcome => {
  const judge = judgeOf(situation, task, subject);
  if (judge.kind === 'refused') return judge;
  const { rule, seat, person, part } = judge;
  if (rule.assign === 'all' || (rule.assign !== 'claim' && rule.claim !== true)) return refused('not-in-this-state');
  if (seat === null) return refused('claimed-by-another');
  const { case: current } = situation;
  const assignee = isClaim ? person : null;
  if (seat.assignee === assignee) return { kind: 'moved', case: current, effects: [], warnings: [] };
  const taken: Task = { ...seat, assignee };
  const tasks = current.tasks.map((one) => (one === seat ? taken : one));
  const payload = { task, ...(subject !== '' && { subject }) };
  const told = line({ type: isClaim ? 'claimed' : 'released', actor: part.actor, payload });
  return {
    kind: 'moved',
    case: { ...current, tasks },
    effects: [told, { kind: 'tasks', visit: current.visit, tasks: [taken] }],
    warnings: [],
  };
};

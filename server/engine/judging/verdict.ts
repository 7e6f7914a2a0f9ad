import type { TaskRule } from '../../contract/definition/judging.ts';
import type { Task } from '../case.ts';
import { outcomesOf, seatsWanted } from './rule.ts';

/** What the people who judged one subject came to together. */
export interface Verdict {
  /** Nobody is awaited any more. */
  isSettled: boolean;
  /** Empty where no outcome got through, or the task has none. */
  outcome: string;
  /** People by what they came to. */
  votes: Readonly<Record<string, number>>;
}

const votesOf = (rule: TaskRule, seats: readonly Task[]): Record<string, number> =>
  Object.fromEntries(
    outcomesOf(rule).map(({ code }) => [
      code,
      seats.filter(({ status, outcome }) => status === 'done' && outcome === code).length,
    ]),
  );

/** With a majority the outcome that has more than half; else the one that most came to, none where two share that. */
const winnerOf = (rule: TaskRule, votes: Readonly<Record<string, number>>, base: number): string => {
  const ordered = Object.entries(votes).sort(([, one], [, other]) => other - one);
  const [[code, most] = ['', 0], [, second] = ['', 0]] = ordered;
  if (rule.four_eyes === true && most < 2) return '';
  if (rule.majority !== undefined) return most * 2 > base ? code : '';
  return most > second ? code : '';
};

/**
 * The verdict over one subject from its seats. It is settled when enough people have finished and, where a majority or a
 * second pair of eyes is asked for, when there is one; or when no seat is left open to bring it about.
 */
export const verdictOn = (rule: TaskRule, seats: readonly Task[]): Verdict => {
  const finished = seats.filter(({ status }) => status === 'done').length;
  const open = seats.filter(({ status }) => status === 'open').length;
  const votes = votesOf(rule, seats);
  const winner = winnerOf(rule, votes, rule.majority?.base === 'assigned' ? finished + open : finished);
  const isDecided = rule.majority?.base === 'assigned' && winner !== '';
  const isForAll = rule.assign === 'all' && rule.quorum === undefined;
  const isEnough = finished >= seatsWanted(rule) && (!isForAll || open === 0 || isDecided);
  const seeks = outcomesOf(rule).length > 0 && (rule.majority !== undefined || rule.four_eyes === true);
  const isSettled = finished > 0 && isEnough && (!seeks || winner !== '' || (open === 0 && rule.four_eyes !== true));
  return { isSettled, outcome: isSettled ? winner : '', votes };
};

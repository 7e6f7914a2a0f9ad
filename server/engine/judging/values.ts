import type { State } from '../../contract/definition/workflow.ts';
import type { Task } from '../case.ts';
import type { Data } from '../data.ts';
import { outcomesOf, subjectOf } from './rule.ts';
import { verdictOn } from './verdict.ts';

type Rules = NonNullable<State['tasks']>;

const valueOf = (rule: Rules[string] | undefined, seats: readonly Task[]): Data => {
  const isOpen = seats.some(({ status }) => status === 'open');
  const finished = seats.filter(({ status }) => status === 'done').length;
  const bare = {
    open: isOpen,
    claimed: seats.some(({ assignee, status }) => assignee !== null && status !== 'cancelled'),
    done: !isOpen && finished > 0,
    finished,
  };
  if (rule === undefined || outcomesOf(rule).length === 0) return { ...bare, outcome: '', outcomes: {}, votes: {} };
  const subjects = [...new Set(seats.map(subjectOf))];
  const verdicts = subjects.map((subject) => ({
    subject,
    ...verdictOn(
      rule,
      seats.filter((seat) => subjectOf(seat) === subject),
    ),
  }));
  const codes = outcomesOf(rule).map(({ code }) => code);
  const votes = codes.map((code) => [code, verdicts.reduce((sum, one) => sum + (one.votes[code] ?? 0), 0)]);
  const [only] = verdicts;
  return {
    ...bare,
    outcome: rule.for_each === undefined ? (only?.outcome ?? '') : '',
    outcomes: Object.fromEntries(verdicts.map(({ subject, outcome }) => [subject, outcome])),
    votes: Object.fromEntries(votes),
  };
};

/** What expressions see of the tasks of a visit, by key; the seats of one task are told together. */
export const taskValues = (rules: Rules | undefined, tasks: readonly Task[]): Data =>
  Object.fromEntries(
    [...new Set(tasks.map(({ key }) => key))].map((key) => [
      key,
      valueOf(
        rules?.[key],
        tasks.filter((task) => task.key === key),
      ),
    ]),
  );

import type { TaskRule } from '../../contract/definition/judging.ts';
import { actorsOf } from '../actor.ts';
import type { Task } from '../case.ts';
import type { Person } from '../command.ts';
import type { Situation } from '../situation.ts';
import { hasInterest } from './interest.ts';
import { seatsOf, seatsWanted } from './rule.ts';
import { subjectsOf, type Subject } from './subjects.ts';

const seat = (visit: number, task: string, more: { subject: string; slot: number; assignee: string | null }): Task => ({
  key: task,
  visit,
  ...more,
  status: 'open',
  outcome: null,
});

/** Those who play an actor of the task and have no interest in the subject. */
const fitFor = (situation: Situation, { task, rule }: { task: string; rule: TaskRule }, subject: Subject): Person[] => {
  const { model, case: current, facts } = situation;
  return (facts.people ?? []).filter((person) => {
    const actors = actorsOf(model, { case: current, person, data: facts.data });
    if (!rule.actors.some((actor) => actors.includes(actor))) return false;
    return !hasInterest({ ...situation, facts: { ...facts, person } }, { task, rule, subject });
  });
};

const seatsFor = (situation: Situation, asked: { task: string; rule: TaskRule }, subject: Subject): Task[] => {
  const { visit } = situation.case;
  const { task, rule } = asked;
  const fit = rule.assign === 'all' ? fitFor(situation, asked, subject) : [];
  const free = Array.from({ length: fit.length > 0 ? 0 : seatsWanted(rule) }, () => null);
  return [...fit.map(({ id }) => id), ...free].map((assignee, slot) =>
    seat(visit, task, { subject: subject.id, slot, assignee }),
  );
};

/** The seats of a judged task as the visit begins: for `assign: all` those of everybody who is known, else free ones. */
export const openSeats = (situation: Situation, task: string, rule: TaskRule): Task[] =>
  subjectsOf(situation, rule).flatMap((subject) => seatsFor(situation, { task, rule }, subject));

/** One more seat of a subject. */
export const addedSeat = (
  { case: current }: Situation,
  { task, subject, assignee }: { task: string; subject: string; assignee: string | null },
): Task => {
  const slots = seatsOf(current.tasks, { task, subject }).map(({ slot = 0 }) => slot);
  return seat(current.visit, task, { subject, slot: Math.max(-1, ...slots) + 1, assignee });
};

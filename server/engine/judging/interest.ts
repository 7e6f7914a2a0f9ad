import type { TaskRule } from '../../contract/definition/judging.ts';
import { partsOf, type Part } from '../actor.ts';
import { ask } from '../ask.ts';
import type { Deed } from '../case.ts';
import type { Situation } from '../situation.ts';
import type { Subject } from './subjects.ts';

const RECUSED = '@recused.';

/** The line among the deeds of a case by which a person is kept from a task, or from one subject of it. */
export const recusal = (task: string, { actor, person, subject }: Omit<Deed, 'action'>): Deed => ({
  actor,
  action: `${RECUSED}${task}`,
  person,
  ...(subject !== undefined && { subject }),
});

/** Whether the person has declared an interest in the subject, or in all of the task. */
const isRecused = ({ case: current, facts }: Situation, task: string, subject: string): boolean =>
  current.deeds.some(
    (deed) =>
      deed.person === facts.person?.id &&
      deed.action === `${RECUSED}${task}` &&
      (deed.subject === undefined || deed.subject === subject),
  );

/** A condition that has no value keeps the person out: doubt speaks for somebody else. */
const isExcepted = (situation: Situation, rule: TaskRule, { part, subject }: { part: Part; subject: Subject }) => {
  if (rule.except === undefined) return false;
  const place = { at: 'task', roster: rule.for_each ?? '' } as const;
  const { id, row, entry } = subject;
  const about = { subject: id, ...(row !== null && { row }), ...(entry !== null && { entry }) };
  const answer = ask(situation, { place, part, ...about }, rule.except);
  return !answer.ok || answer.value !== false;
};

/** Whether an interest keeps the person of the facts from judging the subject, in any of the parts that lead to the task. */
export const hasInterest = (
  situation: Situation,
  { task, rule, subject }: { task: string; rule: TaskRule; subject: Subject },
): boolean => {
  if (isRecused(situation, task, subject.id)) return true;
  const { model, case: current, facts } = situation;
  const parts = partsOf(model, { case: current, person: facts.person, data: facts.data });
  return parts
    .filter(({ actor }) => rule.actors.includes(actor))
    .some((part) => isExcepted(situation, rule, { part, subject }));
};

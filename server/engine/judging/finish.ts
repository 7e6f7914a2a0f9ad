import type { Case, Deed, Task } from '../case.ts';
import type { FinishCommand } from '../command.ts';
import type { Effect } from '../effect.ts';
import { line } from '../history.ts';
import type { Model } from '../model.ts';
import type { Outcome } from '../outcome.ts';
import { reactTo } from '../reaction.ts';
import { refused } from '../refusal.ts';
import type { Situation } from '../situation.ts';
import type { Change } from '../visit.ts';
import { recusal } from './interest.ts';
import { judgeOf, type Judge } from './judge.ts';
import { outcomesOf, seatsOf } from './rule.ts';
import { addedSeat } from './seats.ts';
import { verdictOn } from './verdict.ts';

const isSeat = (one: Task, other: Task): boolean =>
  one.key === other.key && one.visit === other.visit && one.subject === other.subject && one.slot === other.slot;

/** The tasks with these seats as they are now; new ones at the end. */
const withSeats = (tasks: readonly Task[], changed: readonly Task[]): Task[] => [
  ...tasks.map((task) => changed.find((one) => isSeat(one, task)) ?? task),
  ...changed.filter((one) => !tasks.some((task) => isSeat(one, task))),
];

const withDeed = (current: Case, deed: Deed): Case => {
  const isKnown = current.deeds.some((one) => JSON.stringify(one) === JSON.stringify(deed));
  return isKnown ? current : { ...current, deeds: [...current.deeds, deed] };
};

/**
 * What follows for a subject when one of its seats has changed: settled, its open seats are given up; without a second
 * pair of eyes that agrees and nobody left to be asked, there is a seat for one more.
 */
const followUp = (situation: Situation, { task, rule, subject }: Pick<Judge, 'task' | 'rule' | 'subject'>): Task[] => {
  const seats = seatsOf(situation.case.tasks, { task, subject: subject.id });
  const open = seats.filter(({ status }) => status === 'open');
  if (verdictOn(rule, seats).isSettled) return open.map((one): Task => ({ ...one, status: 'cancelled' }));
  return open.length > 0 ? [] : [addedSeat(situation, { task, subject: subject.id, assignee: null })];
};

/** Writes the seats down; when the last of the visit is settled the event `@tasks.done` happens. */
const settled = (situation: Situation, judge: Judge, seat: Task): Change => {
  const first = { ...situation.case, tasks: withSeats(situation.case.tasks, [seat]) };
  const after = followUp({ ...situation, case: first }, judge);
  const current = { ...first, tasks: withSeats(first.tasks, after) };
  const effects: Change['effects'] = [{ kind: 'tasks', visit: current.visit, tasks: [seat, ...after] }];
  if (current.tasks.some(({ status }) => status === 'open')) return { case: current, effects };
  const reacted = reactTo({ ...situation, case: current }, '@tasks.done');
  return { case: reacted.case, effects: [...effects, ...reacted.effects] };
};

const payloadOf = ({ task, subject }: Judge): Record<string, unknown> => ({
  task,
  ...(subject.id !== '' && { subject: subject.id }),
});

/** A person finishes the own part of a judged task; what was come to is told by the seat, not by the history. */
export const finish = (situation: Situation, command: FinishCommand): Outcome => {
  const judge = judgeOf(situation, command.task, command.subject ?? '');
  if (judge.kind === 'refused') return judge;
  const { rule, person, part, task, subject } = judge;
  const codes = outcomesOf(rule).map(({ code }) => code);
  const isAnswered = codes.length === 0 ? command.outcome === undefined : codes.includes(command.outcome ?? '');
  if (!isAnswered) return refused('outcome-required');
  const wanted = marksFor(situation.model, judge);
  const marks = command.marks ?? [];
  if (!wanted.every((key) => marks.some((one) => one.key === key))) return refused('form-invalid');
  const added = rule.assign === 'all' ? addedSeat(situation, { task, subject: subject.id, assignee: person }) : null;
  const seat = judge.seat ?? added;
  if (seat === null) return refused('claimed-by-another');
  const done: Task = { ...seat, assignee: person, status: 'done', outcome: command.outcome ?? null };
  const acted = withDeed(situation.case, { actor: part.actor, action: `@judged.${task}`, person });
  const change = settled({ ...situation, case: acted }, judge, done);
  const told = line({
    type: 'judged',
    actor: part.actor,
    comment: command.comment ?? null,
    payload: payloadOf(judge),
  });
  const given = marks.filter(({ key }) => wanted.includes(key));
  const kept: Effect[] =
    given.length === 0 ? [] : [{ kind: 'marks', visit: situation.case.visit, subject: subject.id, marks: given }];
  return { kind: 'moved', case: change.case, effects: [told, ...kept, ...change.effects], warnings: [] };
};

/** The marks of the workflow that the judge gives with the task. */
export const marksFor = ({ workflow }: Model, { task, part }: Pick<Judge, 'task' | 'part'>): string[] =>
  Object.entries(workflow.marks ?? {})
    .filter(([, marks]) => marks.task === task && marks.by.includes(part.actor))
    .map(([key]) => key);

/** A seat that its person gives up: of several one fewer, the last one is free for somebody else. */
const givenUp = ({ rule, seats, seat, person }: Judge): Task | null => {
  if (seat?.assignee !== person) return null;
  const others = seats.filter((one) => one !== seat && one.status !== 'cancelled');
  const isKept = rule.assign !== 'all' || others.length === 0;
  return isKept ? { ...seat, assignee: null } : { ...seat, status: 'cancelled' };
};

/** A person declares an interest and is taken off: of one subject, or of the whole task where none is named. */
export const recuse = (
  situation: Situation,
  { task, subject, reason }: { task: string; subject?: string; reason: string },
): Outcome => {
  if (reason.trim() === '') return refused('reason-required');
  const ids = subject === undefined ? subjectIds(situation, task) : [subject];
  const judges = ids.map((id) => judgeOf(situation, task, id));
  const able = judges.filter((one): one is Judge => one.kind === 'judge');
  const [first] = able;
  if (first === undefined) return judges.find((one) => one.kind === 'refused') ?? refused('not-in-this-state');
  const deed = { actor: first.part.actor, person: first.person, ...(subject !== undefined && { subject }) };
  const start: Change = { case: withDeed(situation.case, recusal(task, deed)), effects: [] };
  const change = able.reduce<Change>((so, judge) => {
    const seat = so.case.visit === situation.case.visit ? givenUp(judge) : null;
    if (seat === null) return so;
    const next = settled({ ...situation, case: so.case }, judge, seat);
    return { case: next.case, effects: [...so.effects, ...next.effects] };
  }, start);
  const payload = { task, ...(subject !== undefined && { subject }) };
  const told = line({ type: 'recused', actor: deed.actor, comment: reason, payload });
  return { kind: 'moved', case: change.case, effects: [told, ...change.effects], warnings: [] };
};

const subjectIds = ({ case: { tasks } }: Situation, task: string): string[] => [
  ...new Set(tasks.filter(({ key }) => key === task).map(({ subject = '' }) => subject)),
];

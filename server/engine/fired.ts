import { awaitedIn } from './action.ts';
import type { CaseDeadline } from './case.ts';
import { lateFrom, timeFrameOf } from './deadline.ts';
import { line } from './history.ts';
import { notice } from './notice.ts';
import { reactTo } from './reaction.ts';
import type { Situation } from './situation.ts';
import type { Change } from './visit.ts';
import { moveDue } from './workday.ts';

/**
 * What the clock does to a case. Every timer may fire late, twice, or after its case has gone on: where its visit is over
 * or its time has moved away it changes nothing.
 */

interface Fired {
  visit: number;
  deadline: string;
}

const deadlineOf = ({ case: current }: Situation, fired: Fired): CaseDeadline | null => {
  if (current.status !== 'open' || current.visit !== fired.visit) return null;
  return current.deadlines.find(({ key }) => key === fired.deadline) ?? null;
};

const nothing = ({ case: current }: Situation): Change => ({ case: current, effects: [] });

/** A reminder to those who are awaited. After an outage, of several whose time has passed only the last is sent. */
export const remind = (situation: Situation, fired: Fired & { n: number }): Change => {
  const { model, case: current, now } = situation;
  const deadline = deadlineOf(situation, fired);
  const wanted = model.workflow.deadlines?.[fired.deadline]?.remind ?? [];
  if (deadline === null || wanted[fired.n] === undefined) return nothing(situation);
  const times = wanted.map((before) => moveDue(deadline.due, before, timeFrameOf(model), -1));
  const mine = times[fired.n] ?? Infinity;
  if (mine > now || times.some((at) => at > mine && at <= now)) return nothing(situation);
  const payload = { deadline: deadline.key, due: deadline.due, n: fired.n };
  const actors = awaitedIn(model.workflow.states[current.state]);
  return {
    case: current,
    effects: [
      line({ type: 'reminded', payload }),
      ...notice({ template: `@remind.${deadline.key}`, about: 'remind', actors, payload }),
    ],
  };
};

/** Tells others that something is overdue. */
export const escalate = (situation: Situation, fired: Fired & { n: number }): Change => {
  const { model, case: current, now } = situation;
  const deadline = deadlineOf(situation, fired);
  const rule = model.workflow.deadlines?.[fired.deadline]?.escalate?.[fired.n];
  if (deadline === null || rule === undefined) return nothing(situation);
  if (moveDue(deadline.due, rule.after, timeFrameOf(model)) > now) return nothing(situation);
  const payload = { deadline: deadline.key, due: deadline.due, n: fired.n };
  return {
    case: current,
    effects: [
      line({ type: 'escalated', payload }),
      ...notice({ template: `@escalate.${deadline.key}`, about: 'escalate', actors: rule.notify, payload }),
    ],
  };
};

const EVENT = /^@(due|late)\.(.+)$/;

/** A due date has passed, or its days of grace: the history says so, and the state may react. */
export const pass = (situation: Situation, { name, visit }: { name: string; visit: number }): Change => {
  const [, which, key = ''] = EVENT.exec(name) ?? [];
  const deadline = which === undefined ? null : deadlineOf(situation, { deadline: key, visit });
  if (deadline === null) return nothing(situation);
  const isLate = which === 'late';
  if (situation.now < (isLate ? lateFrom(deadline) : deadline.due)) return nothing(situation);
  const payload = { deadline: key, due: deadline.due, graceUntil: deadline.graceUntil };
  const isSilent = isLate && deadline.graceUntil === null;
  const reacted = reactTo(situation, name);
  return {
    case: reacted.case,
    effects: [
      ...(isSilent ? [] : [line({ type: isLate ? 'grace-ended' : 'deadline-passed', payload })]),
      ...reacted.effects,
    ],
  };
};

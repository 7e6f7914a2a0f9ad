import { lateFrom, timeFrameOf } from './deadline.ts';
import type { Case, CaseDeadline, Instant } from './case.ts';
import type { TimerCommand } from './command.ts';
import type { TimerWish } from './effect.ts';
import type { Model } from './model.ts';
import { moveDue } from './workday.ts';

/**
 * When a case wants to be called during its present visit. Reminders and escalations are counted from the end of the due
 * day; those whose time is over already are left out. A due date that had passed when the visit began calls at once,
 * except where the report was received before: who is asked to mend it owes nothing by the old date.
 */
export const timersWanted = (model: Model, current: Case, now: Instant): TimerWish[] => {
  if (current.status === 'upcoming') {
    return current.opensAt === null ? [] : [{ kind: 'open', key: '', n: 0, at: current.opensAt }];
  }
  if (current.status !== 'open') return [];
  return current.deadlines
    .filter((deadline) => !isSpent(current, deadline))
    .flatMap((deadline) => timersOf(model, current, deadline, now));
};

/** Whether a deadline had passed before the visit began, for a report that has been received. */
export const isSpent = (current: Case, deadline: CaseDeadline): boolean =>
  current.judged !== null && lateFrom(deadline) <= current.enteredAt;

const timersOf = (model: Model, current: Case, deadline: CaseDeadline, now: Instant): TimerWish[] => {
  const rule = model.workflow.deadlines?.[deadline.key];
  const frame = timeFrameOf(model);
  const { key } = deadline;
  const reminders = (rule?.remind ?? []).map((before, n): TimerWish => {
    return { kind: 'remind', key, n, at: moveDue(deadline.due, before, frame, -1) };
  });
  const escalations = (rule?.escalate ?? []).map(({ after }, n): TimerWish => {
    return { kind: 'escalate', key, n, at: moveDue(deadline.due, after, frame) };
  });
  const hasLateEvent = model.workflow.states[current.state]?.on?.[`@late.${key}`] !== undefined;
  return [
    ...reminders.filter(({ at }) => at > now),
    { kind: 'due', key, n: 0, at: deadline.due },
    ...(deadline.graceUntil !== null || hasLateEvent
      ? [{ kind: 'grace_end' as const, key, n: 0, at: lateFrom(deadline) }]
      : []),
    ...escalations.filter(({ at }) => at > now),
  ];
};

/** The command that a fired timer gives to its case; a settlement belongs to no visit. */
export const commandOf = ({ kind, key, n }: TimerWish, visit: number): TimerCommand => {
  switch (kind) {
    case 'open':
      return { type: 'open' };
    case 'remind':
      return { type: 'remind', deadline: key, n, visit };
    case 'due':
      return { type: 'event', name: `@due.${key}`, visit };
    case 'grace_end':
      return { type: 'event', name: `@late.${key}`, visit };
    case 'escalate':
      return { type: 'escalate', deadline: key, n, visit };
    case 'settle':
      return { type: 'settle' };
  }
};

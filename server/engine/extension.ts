import type { Deadline } from '../contract/definition/deadline.ts';
import { endOfDay, instantAt, isDay } from './calendar.ts';
import type { CaseDeadline, Day, Instant } from './case.ts';
import { deadlinesOf, dueRuleFor, timeFrameOf, withGrace } from './deadline.ts';
import { lookup } from './data.ts';
import { line } from './history.ts';
import type { Model } from './model.ts';
import { notice } from './notice.ts';
import { awaitedIn } from './action.ts';
import type { Outcome } from './outcome.ts';
import { refused } from './refusal.ts';
import { settleWish } from './settle.ts';
import type { Situation } from './situation.ts';
import { standingFor, type Standing } from './standing.ts';
import { withDeadlines } from './visit.ts';
import { moveDue } from './workday.ts';

const NOT_LATER = {
  'zh-CN': '新的截止时间必须晚于现在的截止时间',
  en: 'The new due date must be later than the present one',
};

/** Where the person stands before extending a deadline. */
export const extensionStanding = (situation: Situation, key: string): Standing => {
  const by = lookup(situation.model.workflow.deadlines, key)?.extension?.by ?? [];
  return standingFor(situation, { by: typeof by === 'string' ? [by] : by, permission: 'deadlines.manage' });
};

/** Until when a deadline may be extended; null where there is no limit. */
export const extendableUntil = (model: Model, deadline: CaseDeadline): Instant | null => {
  const max = lookup(model.workflow.deadlines, deadline.key)?.extension?.max;
  return max === undefined ? null : moveDue(deadline.planned, max, timeFrameOf(model));
};

/** Grants more time for a deadline of the present visit. The day counts to its end, or to the deadline's time of day. */
export const extend = (
  situation: Situation,
  { deadline: key, to, reason }: { deadline: string; to: Day; reason: string },
): Outcome => {
  const { model, case: current } = situation;
  const rule = lookup(model.workflow.deadlines, key);
  if (rule?.extension === undefined) return refused('unknown-action');
  const standing = extensionStanding(situation, key);
  if (standing.kind === 'none') return refused('not-your-role');
  if (standing.kind === 'same-person') return refused('same-person');
  const planned = current.deadlines.find((deadline) => deadline.key === key);
  if (!isNamedIn(situation, key) || planned === undefined) return refused('not-in-this-state');
  if (current.status !== 'open' && current.status !== 'upcoming') return refused('case-not-open');
  const isReasoned = rule.extension.reason !== 'required' || reason.trim() !== '';
  if (!isReasoned) return refused('reason-required');
  const due = dueOn(situation, rule, to);
  if (!(due > planned.due)) return refused('guard-failed', [NOT_LATER]);
  const until = extendableUntil(model, planned);
  if (until !== null && due > until) return refused('extension-too-long');
  return granted(situation, { rule, planned, due, reason, actor: standing.parts[0].actor });
};

const isNamedIn = ({ model, case: current }: Situation, key: string): boolean => {
  const state = model.workflow.states[current.state];
  return state !== undefined && deadlinesOf(state).includes(key);
};

const dueOn = ({ model, case: current }: Situation, rule: Deadline, to: Day): Instant => {
  if (!isDay(to)) return NaN;
  const { time } = dueRuleFor(rule, current.organisation?.kinds ?? []);
  return time === undefined ? endOfDay(to, model.programme.zone) : instantAt(to, time, model.programme.zone);
};

interface Grant {
  rule: Deadline;
  planned: CaseDeadline;
  due: Instant;
  reason: string;
  actor: string;
}

const granted = (situation: Situation, { rule, planned, due, reason, actor }: Grant): Outcome => {
  const { model, case: current } = situation;
  const { key } = planned;
  const extended = withGrace(model, rule, { key, planned: planned.planned, due, override: 'extension' });
  const deadlines = current.deadlines.map((deadline) => (deadline.key === key ? extended : deadline));
  const moved = withDeadlines(situation, deadlines);
  const payload = { deadline: key, old: planned.due, new: due };
  const actors = awaitedIn(model.workflow.states[current.state]).filter((one) => one !== actor);
  return {
    kind: 'moved',
    case: moved.case,
    effects: [
      line({ type: 'extended', actor, comment: reason === '' ? null : reason, payload }),
      { kind: 'extension', deadline: key, due, reason },
      ...moved.effects,
      ...notice({ template: `@extended.${key}`, about: 'extended', actors, payload }),
      ...settleWish({ ...situation, case: moved.case }, current),
    ],
    warnings: [],
  };
};

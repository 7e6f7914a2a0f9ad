import { awaitedIn } from './action.ts';
import type { Case, Instant, Organisation, Period } from './case.ts';
import type { Facts } from './command.ts';
import { startOfDay } from './calendar.ts';
import { deadlinesOf, planDeadlines } from './deadline.ts';
import { line } from './history.ts';
import { blankMetrics } from './metric.ts';
import type { Model } from './model.ts';
import { notice } from './notice.ts';
import { settleWish } from './settle.ts';
import type { Situation } from './situation.ts';
import { timersWanted } from './timer.ts';
import { enter, reportDue, type Change } from './visit.ts';

/** What a new case is made for. The id is given, because identity is an argument. */
export interface Seed {
  id: string;
  organisation: Organisation | null;
  period: Period | null;
  facts: Facts;
}

/**
 * A new case. Before its window opens it is `upcoming`: its dates can be seen, nobody can act, and a timer waits. Else it
 * enters its first state at once.
 */
export const openCase = (model: Model, seed: Seed, now: Instant): Change => {
  const opensAt = seed.period === null ? null : startOfDay(seed.period.from, model.programme.zone);
  const empty = blankCase(model, seed, { opensAt, now });
  const bare = { ...empty, metrics: blankMetrics({ model, case: empty, facts: seed.facts, now }) };
  const situation: Situation = { model, case: bare, facts: seed.facts, now };
  if (opensAt === null || opensAt <= now) return opened(situation);
  const state = model.workflow.states[bare.state];
  const upcoming: Case = { ...bare, status: 'upcoming', enteredAt: opensAt };
  const deadlines =
    state === undefined ? [] : planDeadlines({ ...situation, case: upcoming }, { deadlines: deadlinesOf(state) });
  const waiting = { ...upcoming, deadlines, due: reportDue(model, { ...upcoming, deadlines }) };
  return {
    case: waiting,
    effects: [
      { kind: 'timers', visit: 0, wishes: timersWanted(model, waiting, now) },
      ...settleWish({ ...situation, case: waiting }, null),
    ],
  };
};

/** The window opens: the case enters its first state. Nothing where it is open already, or the time has not come. */
export const open = (situation: Situation): Change => {
  const { case: current, now } = situation;
  const isTime = current.status === 'upcoming' && (current.opensAt ?? now) <= now;
  return isTime ? opened(situation) : { case: current, effects: [] };
};

const opened = (situation: Situation): Change => {
  const { model, case: before } = situation;
  const entered = enter(situation, { to: before.state });
  const actors = awaitedIn(model.workflow.states[before.state]);
  return {
    case: entered.case,
    effects: [
      line({ type: 'opened', to: before.state, payload: { visit: entered.case.visit } }),
      ...entered.effects,
      ...notice({ template: '@open', about: 'opened', actors }),
      ...settleWish({ ...situation, case: entered.case }, before),
    ],
  };
};

/** A case before anything has happened to it. */
export const blankCase = (
  model: Model,
  seed: Seed,
  { opensAt, now }: { opensAt: Instant | null; now: Instant },
): Case => ({
  id: seed.id,
  state: model.workflow.initial,
  visit: 0,
  lockVersion: 0,
  status: 'open',
  organisation: seed.organisation,
  period: seed.period,
  opensAt,
  enteredAt: now,
  due: null,
  deadlines: [],
  kept: {},
  tasks: [],
  submission: 0,
  receipt: null,
  zero: false,
  proxy: false,
  judged: null,
  deeds: [],
  savedBy: [],
  marks: [],
  metrics: {},
});

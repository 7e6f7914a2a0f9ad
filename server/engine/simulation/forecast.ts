import { actionsOf } from '../action.ts';
import { dayAt } from '../calendar.ts';
import type { Case, Day, Instant } from '../case.ts';
import { lateFrom } from '../deadline.ts';
import { lastDayOf } from '../environment-values.ts';
import { generateMissing } from '../form/generate.ts';
import type { Model } from '../model.ts';
import { personFor } from '../scenario-cast.ts';
import { advance, factsFor, give, type Played, playedIn, type World } from '../scenario-world.ts';
import { timersWanted } from '../timer.ts';

/** One case as it stands, with what it holds. */
export type Standing = Pick<Played, 'case' | 'data' | 'extensions'>;

/** How people behave: nobody does anything, or everybody does what is due, at the last moment. */
export type Behaviour = 'nobody' | 'everybody';

/** What one day brings, over all cases of a series. */
interface ForecastDay {
  day: Day;
  reminders: number;
  escalations: number;
  /** Deadlines that pass with nobody having acted. */
  passed: number;
  actions: number;
}

export interface Forecast {
  /** Days on which anything happens, in order. */
  days: ForecastDay[];
  /** Cases that are late at the end. */
  overdue: string[];
}

/** An action that moves a case on: what is sent comes first, then what is decided in favour. */
const FORWARD = ['submit', 'approve', 'act'] as const;

/** More turns than this would be a workflow that goes in a circle for ever. */
const MOST_TURNS = 5_000;

const MINUTE = 60_000;

/** Lets the clock run over the cases that one organisation has in a workflow. Nothing is sent, nothing is written. */
export const forecast = (
  model: Model,
  series: readonly Standing[],
  { now, until, behaviour }: { now: Instant; until: Instant; behaviour: Behaviour },
): Forecast => {
  const begun: World = {
    model,
    now,
    cases: series.map((one) => ({ ...one, timers: waiting(model, one.case, now), gathered: [], ended: [] })),
    entries: [],
    told: [],
    covered: [],
    log: [],
  };
  const ended = advance(behaviour === 'nobody' ? begun : everybodyActs(begun, until), until);
  return {
    days: daysIn(ended),
    overdue: ended.cases.filter((one) => isLate(one.case, until)).map((one) => one.case.id),
  };
};

/** Calls that are still to come. What is past has been called. */
const waiting = (model: Model, current: Case, now: Instant): Played['timers'] =>
  timersWanted(model, current, now)
    .filter(({ at }) => at > now)
    .map((wish) => ({ ...wish, visit: current.visit }));

const isLate = ({ status, deadlines }: Case, at: Instant): boolean =>
  status === 'open' && deadlines.some((deadline) => lateFrom(deadline) <= at);

const nearest = ({ deadlines }: Case): Instant => Math.min(...deadlines.map(({ due }) => due));

/** Each case is acted upon a minute before it is due; what is overdue already, at once. A case that cannot go on is left. */
const everybodyActs = (begun: World, until: Instant): World => {
  const stuck = new Set<string>();
  let world = begun;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const waitingFor = world.cases.filter((one) => one.case.status === 'open' && !stuck.has(nameOf(one.case)));
    const [next] = waitingFor.sort((a, b) => nearest(a.case) - nearest(b.case));
    if (next === undefined || nearest(next.case) - MINUTE > until) break;
    world = advance(world, Math.max(world.now, nearest(next.case) - MINUTE));
    const moved = actOn(world, next.case.id);
    if (moved === null) stuck.add(nameOf(playedIn(world, next.case.id)?.case ?? next.case));
    else world = moved;
  }
  return world;
};

const nameOf = ({ id, visit }: Case): string => `${id}/${visit}`;

/** The first action forward that nothing stands in the way of, by somebody who plays its actor; null where there is none. */
const actOn = (world: World, id: string): World | null => {
  const played = playedIn(world, id);
  if (played?.case.status !== 'open') return null;
  const { model } = world;
  const state = model.workflow.states[played.case.state];
  const actions = state === undefined ? [] : actionsOf(state);
  for (const kind of FORWARD) {
    for (const [key, action] of actions.filter(([, one]) => one.kind === kind)) {
      const actor = action.by[0] ?? '';
      const person = personFor(model, played.case.organisation, { actor, id: `${actor} of ${id}` });
      const data = kind === 'submit' ? filledIn(world, played) : played.data;
      const facts = { ...factsFor(world, { ...played, data }, { person }), data };
      const reasons = action.reasons?.slice(0, 1).map(({ code }) => code) ?? [];
      const command = { type: 'act' as const, action: key, comment: '-', reasons, accepted: true };
      const { world: next, outcome } = give(world, id, { command, facts });
      if (outcome.kind === 'moved' && outcome.case.visit > played.case.visit) return next;
    }
  }
  return null;
};

const filledIn = ({ model, now }: World, { case: current, data }: Played): Played['data'] => {
  const { zone } = model.programme;
  return generateMissing(model, data, {
    organisation: current.organisation,
    period: current.period,
    due: current.due === null ? null : lastDayOf(current.due, zone),
    today: dayAt(now, zone),
    previous: null,
    userName: '',
  });
};

type Count = Exclude<keyof ForecastDay, 'day'>;

const COUNTED: Readonly<Record<string, Count>> = {
  reminded: 'reminders',
  escalated: 'escalations',
  'deadline-passed': 'passed',
  acted: 'actions',
};

const daysIn = ({ model, log }: World): ForecastDay[] => {
  const days = new Map<Day, ForecastDay>();
  for (const { at, effect } of log) {
    const count = effect.kind === 'history' ? COUNTED[effect.event.type] : undefined;
    if (count === undefined) continue;
    const day = dayAt(at, model.programme.zone);
    const known = days.get(day) ?? { day, reminders: 0, escalations: 0, passed: 0, actions: 0 };
    days.set(day, { ...known, [count]: known[count] + 1 });
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
};

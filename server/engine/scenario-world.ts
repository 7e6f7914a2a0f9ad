import type { Case, Instant, Organisation } from './case.ts';
import type { Command, Entry, Extension, Facts, FormIssue, Person } from './command.ts';
import type { Data } from './data.ts';
import type { Ended } from './scenario-contest.ts';
import { movedTogether } from './scenario-gather.ts';
import { gathered, gathersNow } from './gather.ts';
import type { Effect, TimerWish } from './effect.ts';
import type { Model } from './model.ts';
import { openCase } from './opening.ts';
import type { Moved, Outcome } from './outcome.ts';
import { periodsFor } from './period.ts';
import { peerOf } from './quota.ts';
import { siblingOf } from './settle.ts';
import { NO_FACTS } from './situation.ts';
import { step } from './step.ts';
import { commandOf } from './timer.ts';

/**
 * The cases that one organisation has in a workflow, on a clock that only moves when it is told to: everything that a step
 * wants to follow is kept here instead of being carried out.
 */
export interface World {
  model: Model;
  now: Instant;
  /** In the order of their periods. */
  cases: Played[];
  /** Cases of the gathered workflow, as they stand. */
  entries: readonly Entry[];
  /** Actors told since the last step of the scenario. */
  told: string[];
  /** States in which a case was, and `state.action` for each action taken. */
  covered: string[];
  /** Everything that followed, in its order, with the case as it stood then. */
  log: Followed[];
}

export interface Followed {
  at: Instant;
  case: Case;
  effect: Effect;
}

export interface Played {
  case: Case;
  data: Data;
  timers: (TimerWish & { visit: number })[];
  extensions: Extension[];
  /** What was gathered when it was submitted last. */
  gathered: readonly Entry[];
  /** Elections of the case that ended. */
  ended: readonly Ended[];
  /** Open side records by kind. */
  matters?: Record<string, number>;
}

/** The world at the beginning: a case a period, or one. */
export const worldOf = (
  model: Model,
  given: { now: Instant; organisation: Organisation | null; data: Data; entries?: readonly Entry[] },
): World => {
  const { organisation, now } = given;
  const isPeriodic = model.workflow.subject.per.includes('period');
  const periods = isPeriodic ? periodsFor(model.workflow, organisation?.kinds ?? [], model.calendar) : [null];
  const opened = periods.map((period, n) =>
    openCase(model, { id: period?.key ?? `case_${n}`, organisation, period, facts: NO_FACTS }, now),
  );
  const cases = opened.map((change): Played => ({
    case: change.case,
    data: given.data,
    timers: [],
    extensions: [],
    gathered: [],
    ended: [],
  }));
  const reached = cases.filter((one) => one.case.status !== 'upcoming').map((one) => one.case.state);
  const world = opened.reduce<World>((grown, change) => absorbed(grown, change.case.id, change.effects), {
    model,
    now,
    cases,
    entries: given.entries ?? [],
    told: [],
    covered: reached,
    log: [],
  });
  return { ...world, told: [] };
};

export const playedIn = (world: World, id: string): Played | undefined => world.cases.find((one) => one.case.id === id);

/** What a step of one case is decided upon. */
export const factsFor = (
  world: World,
  played: Played,
  given: { person: Person | null; issues?: FormIssue[] },
): Facts => {
  const index = world.cases.indexOf(played);
  const previous = world.cases[index - 1];
  return {
    ...NO_FACTS,
    person: given.person,
    data: played.data,
    issues: given.issues ?? [],
    series: world.cases.map((one) => siblingOf(world.model, one.case)),
    ...(world.model.workflow.quotas !== undefined && {
      peers: world.cases.map((one) => peerOf(world.model, one.case, world.now)),
    }),
    previous: previous === undefined || previous.case.submission === 0 ? null : previous.data,
    ...(world.model.workflow.gather !== undefined && { entries: entriesSeen(world, played) }),
    extensions: played.extensions,
    matters: played.matters ?? {},
    hasOriginal: true,
  };
};

/** What the case gathers now, or what was frozen. */
export const entriesSeen = (
  { model, entries }: World,
  { case: current, gathered: frozen }: Played,
): readonly Entry[] => (gathersNow(model, current) ? gathered(model, entries, current.organisation) : frozen);

export const withPlayed = (world: World, played: Played): World => ({
  ...world,
  cases: world.cases.map((one) => (one.case.id === played.case.id ? played : one)),
});

/** Gives a command to a case and keeps what follows. */
export const give = (
  world: World,
  id: string,
  given: { command: Command; facts: Facts },
): { world: World; outcome: Outcome } => {
  const played = playedIn(world, id);
  if (played === undefined)
    return { world, outcome: { kind: 'refused', reason: 'case-not-open', messages: [], issues: [] } };
  const outcome = step(world.model, played.case, given.command, given.facts, world.now);
  if (outcome.kind === 'refused') return { world, outcome };
  const order = outcome.effects.find((effect) => effect.kind === 'members');
  const together = order === undefined ? null : movedTogether(world.model, world.entries, order);
  const frozen = outcome.effects.some(({ kind }) => kind === 'freeze') ? given.facts.entries : undefined;
  const seen = frozen === undefined ? played : { ...played, gathered: frozen };
  if (together === null) return { world: followed(world, seen, outcome), outcome };
  if (together.ok) return { world: { ...followed(world, seen, outcome), entries: together.entries }, outcome };
  return { world, outcome: { kind: 'refused', reason: 'member-refused', messages: [together.member], issues: [] } };
};

const followed = (world: World, played: Played, outcome: Moved): World => {
  const grown = withPlayed(world, { ...played, case: outcome.case });
  const covered = outcome.case.status === 'upcoming' ? grown.covered : [...grown.covered, outcome.case.state];
  return absorbed({ ...grown, covered }, outcome.case.id, outcome.effects);
};

const absorbed = (world: World, id: string, effects: readonly Effect[]): World => {
  const stands = playedIn(world, id)?.case;
  const follows = stands === undefined ? [] : effects.map((effect) => ({ at: world.now, case: stands, effect }));
  return effects.reduce((grown, effect) => absorb(grown, id, effect), { ...world, log: [...world.log, ...follows] });
};

const absorb = (world: World, id: string, effect: Effect): World => {
  const change = (of: string, turn: (played: Played) => Partial<Played>): World => {
    const played = playedIn(world, of);
    return played === undefined ? world : withPlayed(world, { ...played, ...turn(played) });
  };
  switch (effect.kind) {
    case 'freeze':
    case 'write-draft':
      return change(id, () => ({ data: effect.data }));
    case 'timers': {
      const { visit } = effect;
      const wishes = effect.wishes.map((wish) => ({ ...wish, visit }));
      return change(id, ({ timers }) => ({
        timers: [...timers.filter((one) => one.visit !== visit || one.kind === 'settle'), ...wishes],
      }));
    }
    case 'end-visit':
      return change(id, ({ timers }) => ({
        timers: timers.filter(({ visit, kind }) => visit !== effect.visit || kind === 'settle'),
      }));
    case 'extension': {
      const { deadline, due } = effect;
      const organisation = playedIn(world, id)?.case.organisation?.id ?? null;
      return change(id, ({ extensions }) => ({ extensions: [...extensions, { deadline, organisation, due }] }));
    }
    case 'settle': {
      const wish = { kind: 'settle' as const, key: '', n: 0, at: effect.at, visit: 0 };
      return change(effect.case, ({ timers }) => ({
        timers: [...timers.filter(({ kind }) => kind !== 'settle'), wish],
      }));
    }
    case 'notice':
      return { ...world, told: [...world.told, ...effect.actors] };
    case 'history':
      return effect.event.action === null || effect.event.type !== 'acted'
        ? world
        : { ...world, covered: [...world.covered, `${effect.event.from ?? ''}.${effect.event.action}`] };
    case 'tasks':
    case 'marks':
    case 'exemption':
    case 'settlement':
    case 'recount':
    case 'members':
      return world;
  }
};

/** More calls than this between two steps would be a definition that calls itself. */
const MOST_CALLS = 20_000;

/** Lets the clock run: every timer that is due up to then fires in its order. */
export const advance = (world: World, to: Instant): World => {
  let running = world;
  for (let calls = 0; calls < MOST_CALLS; calls += 1) {
    const due = running.cases
      .flatMap((played) => played.timers.map((timer) => ({ played, timer })))
      .filter(({ timer }) => timer.at <= to);
    const [next] = due.sort((a, b) => a.timer.at - b.timer.at);
    if (next === undefined) break;
    running = fired({ ...running, now: Math.max(running.now, next.timer.at) }, next.played, next.timer);
  }
  return { ...running, now: Math.max(running.now, to) };
};

const fired = (world: World, played: Played, timer: Played['timers'][number]): World => {
  const left = withPlayed(world, { ...played, timers: played.timers.filter((one) => one !== timer) });
  const now = playedIn(left, played.case.id) ?? played;
  return give(left, played.case.id, {
    command: commandOf(timer, timer.visit),
    facts: factsFor(left, now, { person: null }),
  }).world;
};

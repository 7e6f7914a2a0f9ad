import type { Scenario, ScenarioStep } from '#contract/definition/scenario.ts';
import { instantOfLocal, localTime } from '#engine/calendar.ts';
import type { Instant, Organisation } from '#engine/case.ts';
import type { Command, FormIssue } from '#engine/command.ts';
import type { Data } from '#engine/data.ts';
import type { Model } from '#engine/model.ts';
import type { Refused } from '#engine/outcome.ts';
import { organisationOf, personFor } from '#engine/scenario-cast.ts';
import {
  advance,
  factsFor,
  give,
  type Played,
  playedIn,
  withPlayed,
  type World,
  worldOf,
} from '#engine/scenario-world.ts';
import { isEqual } from '../../yaml/read-yaml.ts';
import { withoutRowIds } from './plain-data.ts';

/**
 * A draft being walked through in the browser: the same rules as the server's on a clock that only moves when it is told
 * to. Nothing of it is stored anywhere but here; everything that is done is also written down as steps of a scenario.
 */
export interface Walk {
  model: Model;
  given: Scenario['given'];
  world: World;
  /** Which case is looked at, where there is one for each period. */
  caseId: string;
  steps: ScenarioStep[];
  /** Why the last deed was refused. */
  refused: Refused | null;
  /** The data of the case as the steps so far would make it. */
  told: Data;
}

export interface Beginning {
  given: Scenario['given'];
  organisations: readonly Organisation[];
}

/** The case of the given period, else the last whose window is open. */
const firstCase = (world: World, period: string | undefined): string => {
  const named = world.cases.find((one) => one.case.period?.key === period);
  const open = world.cases.findLast((one) => one.case.status !== 'upcoming');
  return (named ?? open ?? world.cases[0])?.case.id ?? '';
};

/** A new walk at its first moment. */
export const begin = (model: Model, { given, organisations }: Beginning): Walk => {
  const organisation = organisationOf(model, given.organisation, organisations);
  const now = instantOfLocal(given.now, model.programme.zone);
  const world = advance(worldOf(model, { now, organisation, data: {} }), now);
  return { model, given, world, caseId: firstCase(world, given.period), steps: [], refused: null, told: {} };
};

export const playedCase = (walk: Walk): Played | undefined => playedIn(walk.world, walk.caseId);

/** Another period's case is looked at. */
export const lookAt = (walk: Walk, caseId: string): Walk => ({
  ...walk,
  caseId,
  refused: null,
  told: playedIn(walk.world, caseId)?.data ?? {},
});

/** What an actor does: a command of the engine with the words of a scenario for it. */
export interface Deed {
  actor: string;
  command: Command;
  step: ScenarioStep;
  data: Data;
  issues: FormIssue[];
}

const changedData = (before: Data, after: Data): Data =>
  Object.fromEntries(Object.entries(after).filter(([key, value]) => !isEqual(before[key], value)));

/** Somebody acts; the world goes on, or the refusal is told. Either way it becomes a step. */
export const act = (walk: Walk, deed: Deed): Walk => {
  const played = playedCase(walk);
  const person =
    played === undefined
      ? null
      : personFor(walk.model, played.case.organisation, { actor: deed.actor, id: deed.actor });
  if (played === undefined || person === null) return walk;
  const drafted = { ...played, data: deed.data };
  const before = withPlayed({ ...walk.world, told: [] }, drafted);
  const facts = { ...factsFor(before, drafted, { person, issues: deed.issues }), data: deed.data };
  const { world: acted, outcome } = give(before, walk.caseId, { command: deed.command, facts });
  const world = advance(acted, acted.now);
  const now = playedIn(world, walk.caseId) ?? drafted;
  const plain = withoutRowIds(deed.data);
  const form = changedData(withoutRowIds(walk.told), plain);
  const step: ScenarioStep = {
    ...deed.step,
    as: deed.actor,
    ...(played.case.period === null ? {} : { period: played.case.period.key }),
    ...(Object.keys(form).length === 0 ? {} : { form }),
    expect: outcome.kind === 'refused' ? { refused: outcome.reason } : expectationOf(played, now),
  };
  return {
    ...walk,
    world,
    steps: [...walk.steps, step],
    refused: outcome.kind === 'refused' ? outcome : null,
    told: outcome.kind === 'refused' ? { ...walk.told, ...deed.data } : now.data,
  };
};

const expectationOf = (before: Played, after: Played): NonNullable<ScenarioStep['expect']> => {
  const { judged } = after.case;
  return {
    state: after.case.state,
    ...(after.case.status === 'exempt' ? { status: 'exempt' as const } : {}),
    ...(before.case.judged === null && judged !== null ? { late: judged.late } : {}),
  };
};

/** The clock goes forward; what is due on the way happens. */
export const advanceTo = (walk: Walk, to: Instant): Walk => {
  if (to <= walk.world.now) return walk;
  const { zone } = walk.model.programme;
  const world = advance({ ...walk.world, told: [] }, to);
  const state = playedIn(world, walk.caseId)?.case.state;
  const isMoved = state !== undefined && state !== playedCase(walk)?.case.state;
  const told = [...new Set(world.told)];
  const expect = { ...(isMoved ? { state } : {}), ...(told.length === 0 ? {} : { notified: told }) };
  const step: ScenarioStep = {
    advance_to: localTime(to, zone),
    ...(walk.given.period === undefined ? {} : { period: walk.given.period }),
    ...(Object.keys(expect).length === 0 ? {} : { expect }),
  };
  return { ...walk, world, steps: [...walk.steps, step], refused: null };
};

/** What was typed and not sent yet stays with the case, so that every role sees it as it stands. */
export const typed = (walk: Walk, data: Data): Walk => {
  const played = playedCase(walk);
  return played === undefined ? walk : { ...walk, world: withPlayed(walk.world, { ...played, data }) };
};

export interface Coming {
  at: Instant;
  kind: Played['timers'][number]['kind'];
  key: string;
  period: string | null;
}

/** What will happen by itself, soonest first. */
export const coming = ({ world }: Walk): Coming[] =>
  world.cases
    .flatMap(({ timers, case: { period } }) =>
      timers.map(({ at, kind, key }) => ({ at, kind, key, period: period?.key ?? null })),
    )
    .filter(({ at }) => at > world.now)
    .sort((one, other) => one.at - other.at);

import type { ScenarioStep } from '../contract/definition/scenario.ts';
import type { Person } from './command.ts';
import { closingRefused, isPublicNow, openingRefused } from './judging/matter.ts';
import type { Outcome } from './outcome.ts';
import { refused } from './refusal.ts';
import { factsFor, type Played, type World, withPlayed } from './scenario-world.ts';

/** What opening or closing a side record comes to: only the number of open ones changes. */
export const playMatter = (
  world: World,
  played: Played,
  { step, person }: { step: ScenarioStep; person: Person | null },
): { world: World; outcome: Outcome } => {
  const { open, close } = step;
  const kind = open ?? close ?? '';
  const facts = factsFor(world, played, { person });
  const situation = { model: world.model, case: played.case, facts, now: world.now };
  const rule = world.model.workflow.matters?.[kind];
  const isPublic = open !== undefined && person === null && rule !== undefined && isPublicNow(rule, played.case);
  const reason = open === undefined ? closingRefused(situation, kind) : openingRefused(situation, kind);
  if (reason !== null && !isPublic) return { world, outcome: refused(reason) };
  const before = played.matters?.[kind] ?? 0;
  const matters = { ...played.matters, [kind]: Math.max(0, before + (open === undefined ? -1 : 1)) };
  const outcome: Outcome = { kind: 'moved', case: played.case, effects: [], warnings: [] };
  return { world: withPlayed(world, { ...played, matters }), outcome };
};

import type { RefusalReason } from '../../contract/refusal.ts';
import type { LocalText } from '../../contract/text.ts';
import type { Instant, Organisation } from '../case.ts';
import type { Command, FormIssue } from '../command.ts';
import type { Data } from '../data.ts';
import type { Model } from '../model.ts';
import { personFor } from '../scenario-cast.ts';
import { advance, factsFor, give, playedIn, worldOf } from '../scenario-world.ts';

/** What somebody did to a case, and what came of it then. */
export interface RecordedDeed {
  /** Key of the case's period; null where the workflow has none. */
  period: string | null;
  at: Instant;
  /** As which actor, and who; the person's own roles may have changed since. */
  actor: string;
  person: string;
  command: Command;
  /** The data that it was about; null where it stood in the case already. */
  data: Data | null;
  then: { state: string; due: Instant | null };
}

/** What one organisation did in one workflow, in the order of time. */
export interface RecordedSeries {
  organisation: Organisation | null;
  /** When its cases were made. */
  begun: Instant;
  deeds: readonly RecordedDeed[];
}

/** The first place where things would have gone another way. */
export type Divergence = { deed: RecordedDeed } & (
  | { kind: 'no-case' }
  | { kind: 'refused'; reason: RefusalReason; messages: LocalText[]; issues: FormIssue[] }
  | { kind: 'other-state'; state: string }
  | { kind: 'other-due'; due: Instant | null }
);

/** What the form has against data; the engine itself validates nothing. */
export type CheckData = (data: Data, at: Instant) => FormIssue[];

/**
 * Plays what happened through other rules, on a clock of its own: what the clock did follows from the rules. Answers the
 * first divergence, or null where everything would have come to the same.
 */
export const replay = (
  model: Model,
  { organisation, begun, deeds }: RecordedSeries,
  check: CheckData,
): Divergence | null => {
  let world = worldOf(model, { now: begun, organisation, data: {} });
  for (const deed of deeds) {
    world = advance(world, deed.at);
    const id = deed.period ?? world.cases[0]?.case.id ?? '';
    const played = playedIn(world, id);
    if (played === undefined) return { kind: 'no-case', deed };
    const person = personFor(model, played.case.organisation, { actor: deed.actor, id: deed.person });
    if (person === null) return { kind: 'refused', reason: 'not-your-role', messages: [], issues: [], deed };
    const issues = deed.data === null ? [] : check(deed.data, deed.at);
    const about = deed.data === null ? {} : { data: deed.data };
    const facts = { ...factsFor(world, played, { person, issues }), ...about };
    const { world: next, outcome } = give(world, id, { command: deed.command, facts });
    if (outcome.kind === 'refused') {
      const { reason, messages, issues: wrong } = outcome;
      return { kind: 'refused', reason, messages, issues: wrong, deed };
    }
    world = next;
    const other = differenceFrom(deed, outcome.case);
    if (other !== null) return other;
  }
  return null;
};

const differenceFrom = (
  deed: RecordedDeed,
  { state, deadlines }: { state: string; deadlines: readonly { due: Instant }[] },
): Divergence | null => {
  if (state !== deed.then.state) return { kind: 'other-state', state, deed };
  const due = deadlines.length === 0 ? null : Math.min(...deadlines.map((deadline) => deadline.due));
  return due === deed.then.due ? null : { kind: 'other-due', due, deed };
};

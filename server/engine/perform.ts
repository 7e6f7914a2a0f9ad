import type { Case, Judgement } from './case.ts';
import type { ActCommand } from './command.ts';
import { judge } from './deadline.ts';
import type { Data } from './data.ts';
import type { Effect } from './effect.ts';
import { examine, type Examined } from './examine.ts';
import { targetOf, withSet } from './guard.ts';
import { line } from './history.ts';
import { blankMetrics, metricsOf } from './metric.ts';
import { actionNotices } from './notice.ts';
import type { Outcome } from './outcome.ts';
import { refused } from './refusal.ts';
import { isRevision } from './revision.ts';
import { settleWish } from './settle.ts';
import type { Situation } from './situation.ts';
import { moveTo } from './transition.ts';

/** Carries out an action of a person, or refuses it. */
export const perform = (situation: Situation, command: ActCommand): Outcome => {
  const examined = examine(situation, { command, isPreview: false });
  if (examined.kind === 'refused') return examined;
  const { action, asking } = examined;
  // A zero report says that there is nothing: what stands in the draft is no part of it.
  const basis = action.kind === 'zero' ? { ...situation, facts: { ...situation.facts, data: {} } } : situation;
  const set = withSet(basis, asking, action.set);
  if (!set.ok) return refused('guard-failed', set.messages);
  const target = targetOf(situation, asking, action.to);
  const received = receive({ situation: basis, examined, command }, set);
  const seen = { ...situation, case: received.case, facts: { ...situation.facts, data: set.data } };
  const moved = moveTo(seen, { to: target, give: action.give, actor: examined.part.actor });
  const effects = [
    actedLine(situation, { examined, command, moved: moved.case }),
    ...received.effects,
    ...moved.effects,
    ...actionNotices(situation.model, moved.case, {
      key: examined.key,
      kind: action.kind,
      actor: examined.as,
      payload: { comment: command.comment ?? '', reasons: command.reasons ?? [] },
    }),
    ...settleWish({ ...situation, case: moved.case }, situation.case),
  ];
  return { kind: 'moved', case: moved.case, effects, warnings: examined.warnings };
};

interface Deed {
  situation: Situation;
  examined: Examined;
  command: ActCommand;
}

/** What the action does to the case before it moves: a version frozen, a receipt judged or taken back, the deed noted. */
const receive = (deed: Deed, set: { data: Data; changed: boolean }): { case: Case; effects: Effect[] } => {
  const { situation, examined } = deed;
  const current = withDeed(deed);
  const { kind } = examined.action;
  const written = { data: set.data, changed: set.changed || isRevision(situation, kind) };
  switch (kind) {
    case 'submit':
    case 'zero':
      return receipt(deed, current, set.data);
    case 'withdraw':
      return keep(situation, withoutReceipt(situation, current), written);
    case 'return':
    case 'reopen':
      return keep(situation, { ...current, receipt: null }, written);
    case 'approve':
    case 'reject':
    case 'act':
      return keep(situation, current, written);
  }
};

const receipt = (
  { situation, examined, command }: Deed,
  current: Case,
  data: Data,
): { case: Case; effects: Effect[] } => {
  const submission = current.submission + 1;
  const zero = examined.action.kind === 'zero';
  const at = Math.min(command.receivedAt ?? situation.now, situation.now);
  const judged: Judgement = current.judged ?? judge(current.deadlines, { at, submission });
  const person = situation.facts.person?.id;
  const savedBy =
    person === undefined || current.savedBy.includes(person) ? current.savedBy : [...current.savedBy, person];
  const received = {
    ...current,
    submission,
    receipt: submission,
    zero,
    proxy: command.proxy === true,
    judged,
    savedBy,
  };
  const metrics = zero ? blankMetrics(situation) : metricsOf({ ...situation, case: received }, data);
  return { case: { ...received, metrics }, effects: [{ kind: 'freeze', data, zero }] };
};

/** Only taking back the very version that was judged takes back the judgement. */
const withoutReceipt = (situation: Situation, current: Case): Case => {
  const isJudged = current.receipt !== null && current.judged?.submission === current.receipt;
  const judged = isJudged ? null : current.judged;
  const metrics = judged === null ? blankMetrics(situation) : current.metrics;
  return { ...current, receipt: null, zero: false, proxy: false, judged, metrics };
};

/** Data that changes with an action is a new version where something was submitted before, else the draft. */
const keep = (
  situation: Situation,
  current: Case,
  { data, changed }: { data: Data; changed: boolean },
): { case: Case; effects: Effect[] } => {
  if (!changed) return { case: current, effects: [] };
  if (current.submission === 0) return { case: current, effects: [{ kind: 'write-draft', data }] };
  const metrics = current.zero || current.judged === null ? current.metrics : metricsOf(situation, data);
  return {
    case: { ...current, submission: current.submission + 1, metrics },
    effects: [{ kind: 'freeze', data, zero: current.zero }],
  };
};

const withDeed = ({ situation, examined }: Deed): Case => {
  const { case: current, facts } = situation;
  const deed = { actor: examined.as, action: examined.key, person: facts.person?.id ?? '' };
  const isKnown = current.deeds.some(
    (one) => one.actor === deed.actor && one.action === deed.action && one.person === deed.person,
  );
  return isKnown ? current : { ...current, deeds: [...current.deeds, deed] };
};

const actedLine = (
  { case: before }: Situation,
  { examined, command, moved }: { examined: Examined; command: ActCommand; moved: Case },
): Effect => {
  const { kind } = examined.action;
  const isReceipt = kind === 'submit' || kind === 'zero';
  const judged = moved.judged;
  return line({
    type: 'acted',
    action: examined.key,
    from: before.state,
    to: moved.state,
    actor: examined.part.actor,
    comment: command.comment ?? null,
    reasons: command.reasons ?? [],
    onBehalf: command.proxy === true,
    payload: {
      kind,
      visit: moved.visit,
      ...(isReceipt && {
        submission: moved.submission,
        late: judged?.late ?? false,
        inGrace: judged?.inGrace ?? false,
      }),
      ...(command.accepted === true && { accepted: true }),
    },
  });
};

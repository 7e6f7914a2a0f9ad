import type { Action, ActionKind } from '../contract/definition/workflow.ts';
import type { Case } from './case.ts';
import type { ActCommand } from './command.ts';
import type { Data } from './data.ts';
import type { Effect } from './effect.ts';
import { examine, type Examined } from './examine.ts';
import { targetOf, withSet } from './guard.ts';
import { line } from './history.ts';
import { actionNotices } from './notice.ts';
import type { Outcome } from './outcome.ts';
import { exceededQuotas } from './quota.ts';
import { refused } from './refusal.ts';
import { received, takenBack } from './receipt.ts';
import { isRevision, reportedData, rewritten } from './revision.ts';
import { settleWish } from './settle.ts';
import type { Situation } from './situation.ts';
import { moveTo } from './transition.ts';
import type { Change } from './visit.ts';

/** Carries out an action of a person, or refuses it. */
export const perform = (situation: Situation, command: ActCommand): Outcome => {
  const examined = examine(situation, { command, isPreview: false });
  if (examined.kind === 'refused') return examined;
  const { action, asking } = examined;
  const basis = withData(situation, dataFor(situation, action.kind));
  const set = withSet(basis, asking, action.set);
  if (!set.ok) return refused('guard-failed', set.messages);
  const target = targetOf(situation, asking, action.to);
  const done = receive({ situation: basis, examined, command }, set);
  const seen = { ...withData(situation, set.data), case: done.case };
  const moved = moveTo(seen, { to: target, give: action.give, actor: examined.part.actor });
  const exceeded = action.kind === 'submit' ? exceededQuotas({ ...situation, case: moved.case }) : [];
  if (exceeded.length > 0) return refused('quota-exceeded', exceeded);
  const effects = [
    actedLine(situation, { examined, command, moved: moved.case }),
    ...done.effects,
    ...moved.effects,
    ...membersOf(situation, action),
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

/** The gathered cases that take the same action, all of them or none. */
const membersOf = ({ facts }: Situation, { members }: Action): Effect[] => {
  const cases = (facts.entries ?? []).map(({ id }) => id);
  return members === undefined || cases.length === 0 ? [] : [{ kind: 'members', action: members, cases }];
};

const withData = (situation: Situation, data: Data): Situation => ({
  ...situation,
  facts: { ...situation.facts, data },
});

/** What an action is about. What stands in the draft is no part of a zero report; taken back, it is there again. */
const dataFor = (situation: Situation, kind: ActionKind): Data => {
  if (kind === 'zero') return {};
  return kind === 'submit' || kind === 'withdraw' ? situation.facts.data : reportedData(situation);
};

interface Deed {
  situation: Situation;
  examined: Examined;
  command: ActCommand;
}

/** What the action does to the case before it moves: a version frozen, a receipt judged or taken back, the deed noted. */
const receive = (deed: Deed, set: { data: Data; changed: boolean }): Change => {
  const { situation, examined } = deed;
  const current = withDeed(deed);
  const { kind } = examined.action;
  const written = { data: set.data, changed: set.changed || isRevision(situation, kind) };
  const withCase = (one: Case): Situation => ({ ...situation, case: one });
  switch (kind) {
    case 'submit':
    case 'zero':
      return received({ ...situation, case: current }, { kind, command: deed.command, data: set.data });
    case 'withdraw':
      return rewritten(withCase(takenBack({ ...situation, case: current })), written);
    case 'return':
    case 'reopen':
      return rewritten(withCase({ ...current, receipt: null }), written);
    case 'approve':
    case 'reject':
    case 'act':
      return rewritten(withCase(current), written);
  }
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
  { case: before, facts }: Situation,
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
      ...(examined.action.members !== undefined && { members: (facts.entries ?? []).map(({ id }) => id) }),
    },
  });
};

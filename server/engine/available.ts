import type { Action, State } from '../contract/definition/workflow.ts';
import type { LocalText } from '../contract/text.ts';
import type { RefusalReason } from '../contract/refusal.ts';
import { actionsOf, awaitedIn } from './action.ts';
import { actorsOf } from './actor.ts';
import type { Case, Instant } from './case.ts';
import type { Facts, FormIssue } from './command.ts';
import { lookup } from './data.ts';
import { examine } from './examine.ts';
import { exemptionStanding } from './exemption.ts';
import { extendableUntil, extensionStanding } from './extension.ts';
import { docketOf, type Docket, isBlind } from './judging/judge.ts';
import { isJudged } from './judging/rule.ts';
import type { Model } from './model.ts';
import { open } from './opening.ts';
import type { Situation } from './situation.ts';
import { taskStanding } from './task.ts';

/** One action that is shown to a person, and why it cannot be taken where it cannot. */
export interface Choice {
  key: string;
  action: Action;
  enabled: boolean;
  reason: RefusalReason | null;
  messages: LocalText[];
  warnings: LocalText[];
  issues: FormIssue[];
  /** It would be done for the organisation, by proxy. */
  proxy: boolean;
}

/** All that a person can do with a case now. */
export interface Possibilities {
  actions: Choice[];
  tasks: { key: string; assignee: string | null; isMine: boolean; mayClaim: boolean; mayRelease: boolean }[];
  /** What there is to judge, for those who judge; subject by subject. */
  judging: Docket[];
  /** What others judged is not to be seen yet. */
  isBlind: boolean;
  deadlines: { key: string; mayExtend: boolean; extendUntil: Instant | null }[];
  mayExempt: boolean;
  mayLiftExemption: boolean;
  mayFillByProxy: boolean;
  /** What the person should do next. */
  next: 'fill' | 'mend' | 'review' | 'wait' | 'later' | 'none';
}

/**
 * Which actions the person of the facts may take now, and why not. The same tests as those of a step, except for what is
 * only given with the action (comment, reasons, the original of a proxy). Actions of roles one does not hold are left out.
 */
export const available = (model: Model, current: Case, facts: Facts, now: Instant): Possibilities => {
  const asked: Situation = { model, case: current, facts, now };
  const situation = { ...asked, case: open(asked).case };
  const actions = choicesOf(situation);
  return {
    actions,
    tasks: tasksOf(situation),
    judging: docketOf(situation),
    isBlind: isBlind(situation, playedBy(situation)),
    deadlines: situation.case.deadlines.map((deadline) => ({
      key: deadline.key,
      mayExtend: isUnderWay(situation.case) && extensionStanding(situation, deadline.key).kind === 'may',
      extendUntil: extendableUntil(model, deadline),
    })),
    mayExempt: isUnderWay(situation.case) && exemptionStanding(situation).kind === 'may',
    mayLiftExemption: situation.case.status === 'exempt' && exemptionStanding(situation).kind === 'may',
    mayFillByProxy: actions.some(({ proxy, action }) => proxy && action.kind === 'submit'),
    next: nextOf(situation, actions),
  };
};

const isUnderWay = ({ status }: Case): boolean => status === 'open' || status === 'upcoming';

/** Reasons for which an action is not shown at all. */
const HIDDEN: readonly RefusalReason[] = ['not-your-role', 'unknown-action', 'not-in-this-state', 'case-not-open'];

const choicesOf = (situation: Situation): Choice[] => {
  const state = situation.model.workflow.states[situation.case.state];
  return actionsOf(state ?? { title: '' }).flatMap(([key, action]) => {
    const own = choiceOf(situation, key, action, false);
    if (own !== null) return [own];
    return choiceOf(situation, key, action, true) ?? [];
  });
};

const choiceOf = (situation: Situation, key: string, action: Action, proxy: boolean): Choice | null => {
  const examined = examine(situation, {
    command: { type: 'act', action: key, proxy, accepted: true },
    isPreview: true,
  });
  const bare = { key, action, proxy };
  if (examined.kind === 'allowed') {
    return { ...bare, enabled: true, reason: null, messages: [], warnings: examined.warnings, issues: [] };
  }
  const { reason, messages, issues } = examined;
  return HIDDEN.includes(reason) ? null : { ...bare, enabled: false, reason, messages, warnings: [], issues };
};

const tasksOf = (situation: Situation): Possibilities['tasks'] => {
  const { model, case: current, facts } = situation;
  const rules = model.workflow.states[current.state]?.tasks;
  return current.tasks
    .filter(({ key, status }) => {
      const rule = lookup(rules, key);
      return status === 'open' && (rule === undefined || !isJudged(rule));
    })
    .map(({ key, assignee }) => {
      const isMine = assignee !== null && assignee === facts.person?.id;
      const isClaimed = lookup(rules, key)?.claim === true && taskStanding(situation, key).kind === 'may';
      return { key, assignee, isMine, mayClaim: isClaimed && assignee === null, mayRelease: isClaimed && isMine };
    });
};

const nextOf = (situation: Situation, actions: readonly Choice[]): Possibilities['next'] => {
  const { model, case: current } = situation;
  if (current.status === 'upcoming') return 'later';
  if (current.status !== 'open') return 'none';
  const own = actions.filter(({ proxy, action }) => !proxy && action.kind !== 'withdraw');
  if (own.some(({ action }) => action.kind === 'submit')) return current.judged === null ? 'fill' : 'mend';
  if (own.length > 0) return 'review';
  if (docketOf(situation).some(({ reason }) => reason === null)) return 'review';
  const played = playedBy(situation);
  const isAwaited = awaitedByAction(model.workflow.states[current.state]).some((actor) => played.includes(actor));
  return isAwaited ? 'review' : 'wait';
};

/** Those who are awaited in a state for more than what is judged subject by subject. */
const awaitedByAction = (state: State | undefined): string[] => {
  if (state?.tasks === undefined) return awaitedIn(state);
  const tasks = Object.entries(state.tasks).filter(([, rule]) => !isJudged(rule));
  return awaitedIn({ ...state, tasks: Object.fromEntries(tasks) });
};

const playedBy = ({ model, case: current, facts }: Situation): string[] =>
  actorsOf(model, { case: current, person: facts.person, data: facts.data });

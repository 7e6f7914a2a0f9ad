import type { Action } from '../contract/definition/workflow.ts';
import type { LocalText } from '../contract/text.ts';
import { actionIn, actionsNamed } from './action.ts';
import type { Part } from './actor.ts';
import type { Asking } from './ask.ts';
import type { ActCommand } from './command.ts';
import { lateFrom } from './deadline.ts';
import { failing } from './guard.ts';
import type { Refused } from './outcome.ts';
import { foreseenQuotas } from './quota.ts';
import { refused } from './refusal.ts';
import type { Situation } from './situation.ts';
import { isRevision } from './revision.ts';
import { permissionFor, standingFor, submitters, type Standing } from './standing.ts';
import { isHeldByAnother } from './task.ts';
import { isSpent } from './timer.ts';

/** An action that nothing stands in the way of. */
export interface Examined {
  kind: 'allowed';
  key: string;
  action: Action;
  /** As whom the person acts; a proxy's own part. */
  part: Part;
  /** The actor whose deed it is: by proxy the one that is stood in for. */
  as: string;
  asking: Asking;
  warnings: LocalText[];
}

/** What is left out where one only wants to know what could be done: words and papers are asked for later. */
interface Examination {
  command: ActCommand;
  isPreview: boolean;
}

/**
 * Whether an action may be taken now, tested in the order of the table of refusals: role, state, words, claim, form,
 * deadline, guards, paper.
 */
export const examine = (situation: Situation, { command, isPreview }: Examination): Examined | Refused => {
  const { model, case: current } = situation;
  const named = actionsNamed(model.workflow, command.action);
  const here = actionIn(model.workflow.states[current.state], command.action);
  if (named.length === 0) return refused('unknown-action');
  const standing = standingAt(situation, command, here === null ? named : [here]);
  if (standing.kind === 'none') return refused('not-your-role');
  if (standing.kind === 'same-person') return refused('same-person');
  const closed = here === null ? refused('not-in-this-state') : closedFor(situation, here);
  if (here === null || closed !== null) return closed ?? refused('not-in-this-state');
  const wordless = isPreview ? null : withoutWords(situation, here, command);
  if (wordless !== null) return wordless;
  const part = standing.parts.find((one) => !isHeldByAnother(situation, one.actor));
  if (part === undefined) return refused('claimed-by-another');
  const asking: Asking = { place: { at: 'action' }, part, comment: command.comment ?? '' };
  const hindered = unfit(situation, here, command) ?? tooLate(situation, here, command);
  if (hindered !== null) return hindered;
  const { errors, warnings } = failing(situation, asking, here.require);
  if (errors.length > 0) return refused('guard-failed', errors);
  if (!isPreview && lacksOriginal(situation, here, command)) return refused('original-required');
  const exceeded = isPreview && here.kind === 'submit' ? foreseenQuotas(situation) : [];
  if (exceeded.length > 0) return refused('quota-exceeded', exceeded);
  const as =
    command.proxy === true ? (here.by.find((actor) => submitters(model).includes(actor)) ?? part.actor) : part.actor;
  return { kind: 'allowed', key: command.action, action: here, part, as, asking, warnings };
};

const standingAt = (situation: Situation, command: ActCommand, actions: readonly Action[]): Standing => {
  if (command.proxy === true) return proxyStanding(situation, actions);
  const standings = actions.map(({ by, kind }) => standingFor(situation, { by, permission: permissionFor(kind) }));
  const rank = (kind: Standing['kind']): number => ['may', 'same-person', 'none'].indexOf(kind);
  return standings.sort((a, b) => rank(a.kind) - rank(b.kind))[0] ?? { kind: 'none' };
};

/** A proxy may do whatever those who submit may do, and nothing else. */
const proxyStanding = (situation: Situation, actions: readonly Action[]): Standing => {
  const stoodFor = submitters(situation.model);
  const isTheirs = actions.some(({ by }) => by.some((actor) => stoodFor.includes(actor)));
  const by = situation.model.workflow.proxy?.by ?? [];
  return isTheirs ? standingFor(situation, { by, permission: 'cases.review', proxy: true }) : { kind: 'none' };
};

const closedFor = ({ model, case: current }: Situation, action: Action): Refused | null => {
  const isFinal = model.workflow.states[current.state]?.final !== undefined;
  if (isFinal && action.kind !== 'reopen') return refused('not-in-this-state');
  if (current.status === 'upcoming') return refused('window-not-open');
  return current.status === 'open' || current.status === 'done' ? null : refused('case-not-open');
};

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

const withoutWords = ({ model }: Situation, action: Action, command: ActCommand): Refused | null => {
  if (action.comment === 'required' && isBlank(command.comment)) return refused('comment-required');
  const isForAReason = command.proxy === true && model.workflow.proxy?.reason === 'required';
  if (isForAReason && isBlank(command.comment)) return refused('reason-required');
  const codes = (action.reasons ?? []).map(({ code }) => code);
  const given = command.reasons ?? [];
  const isReasoned = codes.length === 0 ? given.length === 0 : given.length > 0;
  return isReasoned && given.every((code) => codes.includes(code)) ? null : refused('reason-required');
};

/** A problem that may be waived stands in the way until the person has said to stand by the data. A return needs no right data. */
const unfit = (situation: Situation, action: Action, command: ActCommand): Refused | null => {
  const { facts } = situation;
  const isFrozen = action.kind === 'submit' || (action.kind !== 'return' && isRevision(situation, action.kind));
  if (!isFrozen) return null;
  const issues = facts.issues.filter(
    ({ severity }) => severity === 'error' || (severity === 'waivable' && command.accepted !== true),
  );
  return issues.length === 0 ? null : refused('form-invalid', [], issues);
};

/** A deadline with `late: block` closes when its grace is over, except for a report that was received and has to be mended. */
const tooLate = ({ model, case: current, now }: Situation, action: Action, command: ActCommand): Refused | null => {
  if (action.kind !== 'submit' && action.kind !== 'zero') return null;
  const at = Math.min(command.receivedAt ?? now, now);
  const isClosed = current.deadlines.some(
    (deadline) =>
      model.workflow.deadlines?.[deadline.key]?.late === 'block' &&
      at >= lateFrom(deadline) &&
      !isSpent(current, deadline),
  );
  return isClosed ? refused('deadline-passed') : null;
};

const lacksOriginal = ({ facts }: Situation, action: Action, command: ActCommand): boolean =>
  command.proxy === true && (action.kind === 'submit' || action.kind === 'zero') && !facts.hasOriginal;

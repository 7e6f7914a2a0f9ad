import type { Case, Instant } from './case.ts';
import type { Command, Facts } from './command.ts';
import { contestEvent } from './contest-event.ts';
import { cancel, exempt } from './exemption.ts';
import { extend } from './extension.ts';
import { finish, recuse } from './judging/finish.ts';
import { escalate, pass, remind } from './fired.ts';
import { liftExemption } from './lift.ts';
import type { Model } from './model.ts';
import { open } from './opening.ts';
import type { Outcome } from './outcome.ts';
import { recounted } from './quota.ts';
import { perform } from './perform.ts';
import { replan } from './replan.ts';
import { revokeExtension } from './revoke-extension.ts';
import { settle, settleWish } from './settle.ts';
import type { Situation } from './situation.ts';
import { claim, release } from './task.ts';
import type { Change } from './visit.ts';

/**
 * What a command does to a case: the case as it is afterwards with everything that follows from it, or a refusal with
 * everything that stood in the way. Nothing is done here and nothing that comes in is changed; the same values give the
 * same outcome on the server, in the browser, in a simulation and in a test.
 */
export const step = (model: Model, current: Case, command: Command, facts: Facts, now: Instant): Outcome => {
  const asked: Situation = { model, case: current, facts, now };
  // A window opens at its time, also where the timer that says so is late.
  const opened = open(asked);
  const outcome = carryOut({ ...asked, case: opened.case }, command);
  if (outcome.kind === 'refused') return outcome;
  const taken = { case: outcome.case, effects: [...opened.effects, ...outcome.effects] };
  const isStill = taken.effects.length === 0 && command.type !== 'recount';
  const { case: after, effects } = isStill ? taken : recounted(asked, taken);
  if (effects.length === 0) return { ...outcome, case: current, effects };
  return { ...outcome, case: { ...after, lockVersion: current.lockVersion + 1 }, effects };
};

const carryOut = (situation: Situation, command: Command): Outcome => {
  switch (command.type) {
    case 'act':
      return perform(situation, command);
    case 'claim':
      return claim(situation, command);
    case 'release':
      return release(situation, command);
    case 'finish':
      return finish(situation, command);
    case 'recuse':
      return recuse(situation, command);
    case 'extend':
      return extend(situation, command);
    case 'revoke-extension':
      return revokeExtension(situation, command);
    case 'exempt':
      return exempt(situation, command.reason);
    case 'lift-exemption':
      return liftExemption(situation, command.reason);
    case 'cancel':
      return cancel(situation, command.reason);
    case 'replan':
      return moved(replan(situation));
    case 'open':
      return moved({ case: situation.case, effects: [] });
    case 'event':
      return resettled(situation, pass(situation, command));
    case 'contest-event':
      return resettled(situation, contestEvent(situation, command));
    case 'remind':
      return moved(remind(situation, command));
    case 'escalate':
      return moved(escalate(situation, command));
    case 'settle':
      return settle(situation);
    case 'recount':
      return moved({ case: situation.case, effects: [] });
  }
};

const moved = (change: Change): Outcome => ({ kind: 'moved', ...change, warnings: [] });

const resettled = (situation: Situation, change: Change): Outcome => {
  const isMoved = change.case.state !== situation.case.state;
  const wishes = isMoved ? settleWish({ ...situation, case: change.case }, situation.case) : [];
  return moved({ case: change.case, effects: [...change.effects, ...wishes] });
};

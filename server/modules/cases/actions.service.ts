import { Injectable } from '@nestjs/common';
import type { ActionResult, Exempt, Extend, TakeAction } from '../../contract/wire/case.ts';
import { textIn } from '../../contract/text.ts';
import type { Command, Facts } from '../../engine/command.ts';
import type { Moved } from '../../engine/outcome.ts';
import type { Identity } from '../identity.ts';
import { type CommandRequest, CommandService, type Seen } from './command.service.ts';
import { presentData } from './facts.ts';
import { FormCheck } from './form-check.ts';
import { refusalError } from './refusals.ts';
import { refuseUnstorable } from './storable.ts';
import { isDecidedWithChanges, withVersion } from './written-by-others.ts';
import { keyOrOwn, personKey, requestHash } from './idempotency.ts';

/** Who asks for what of which case, once (`key` is the header `idempotency-key`). */
export interface Asked {
  who: Identity;
  caseId: string;
  key: string | undefined;
  language: string;
}

/** What every deed on a case is answered. */
export const answer =
  (language: string) =>
  ({ running, now }: Seen, { case: after, warnings }: Moved): ActionResult => ({
    id: after.id,
    state: after.state,
    stateTitle: textIn(running.model.workflow.states[after.state]?.title, language),
    status: after.status,
    lockVersion: after.lockVersion,
    submission: after.submission,
    late: after.judged?.late ?? false,
    inGrace: after.judged?.inGrace ?? false,
    warnings: warnings.map((warning) => textIn(warning, language)),
    at: new Date(now).toISOString(),
  });

const actCommand = ({ action, comment, reasons, proxy, accepted }: TakeAction): Command => ({
  type: 'act',
  action,
  ...(comment !== undefined && { comment }),
  ...(reasons !== undefined && { reasons }),
  ...(proxy !== undefined && { proxy }),
  ...(accepted !== undefined && { accepted }),
});

const isSubmit = ({ running, case: current }: Seen, key: string): boolean => {
  const action = running.model.workflow.states[current.state]?.on?.[key];
  return action !== undefined && 'kind' in action && action.kind === 'submit';
};

/** For what may be asked for twice without harm, and therefore also without a key. */
const once = (asked: Asked): Asked => ({ ...asked, key: keyOrOwn(asked.key) });

/** What people do to a case, each once for its key. */
@Injectable()
export class ActionsService {
  constructor(
    private readonly commands: CommandService,
    private readonly forms: FormCheck,
  ) {}

  /** Takes an action of the workflow. What is submitted is checked in full and frozen; without `data` the draft is. */
  take(asked: Asked, body: TakeAction): Promise<ActionResult> {
    return this.run(asked, {
      body,
      command: actCommand(body),
      lockVersion: body.lockVersion,
      prepare: (seen) => this.prepare(seen, asked, body),
      extend: (seen, moved) => (isDecidedWithChanges(seen, body.action) ? withVersion(seen, moved) : moved),
    });
  }

  /** What the action is about: what is sent, or what was written since it was submitted, checked; else what there is. */
  private async prepare(
    seen: Seen,
    { language }: Asked,
    { action, data, proxy = false }: TakeAction,
  ): Promise<Pick<Facts, 'data' | 'issues'>> {
    if (isSubmit(seen, action))
      return this.forms.check(seen, { data: data ?? presentData(seen.state, seen.running), proxy, language });
    if (!isDecidedWithChanges(seen, action)) return { data: seen.facts.data, issues: [] };
    const checked = await this.forms.checkStored(seen, language);
    const errors = checked.issues.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) return checked;
    throw refusalError({ kind: 'refused', reason: 'form-invalid', messages: [], issues: errors }, language);
  }

  claim(asked: Asked, task: string): Promise<ActionResult> {
    return this.run(once(asked), { body: { claim: task }, command: { type: 'claim', task } });
  }

  release(asked: Asked, task: string): Promise<ActionResult> {
    return this.run(once(asked), { body: { release: task }, command: { type: 'release', task } });
  }

  extend(asked: Asked, body: Extend): Promise<ActionResult> {
    return this.run(once(asked), { body, command: { type: 'extend', ...body } });
  }

  revokeExtension(asked: Asked, body: { deadline: string; reason: string }): Promise<ActionResult> {
    return this.run(once(asked), { body: { revoke: body }, command: { type: 'revoke-extension', ...body } });
  }

  exempt(asked: Asked, body: Exempt): Promise<ActionResult> {
    return this.run(once(asked), { body, command: { type: 'exempt', ...body } });
  }

  liftExemption(asked: Asked, body: Exempt): Promise<ActionResult> {
    return this.run(once(asked), { body, command: { type: 'lift-exemption', ...body } });
  }

  private run(
    { who, caseId, key, language }: Asked,
    {
      body,
      ...request
    }: { body: unknown } & Pick<CommandRequest<ActionResult>, 'command' | 'lockVersion' | 'prepare' | 'extend'>,
  ): Promise<ActionResult> {
    refuseUnstorable(body);
    return this.commands.run({
      ...request,
      key: personKey(who.person.id, key),
      requestHash: requestHash(caseId, body),
      caseId,
      who,
      answer: answer(language),
      language,
    });
  }
}

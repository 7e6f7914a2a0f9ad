import { Injectable } from '@nestjs/common';
import { v5 as derivedId } from 'uuid';
import { ActionsService, type Asked } from '../cases/actions.service.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { DEFAULT_LANGUAGE } from '../language.ts';
import { SessionsService } from '../sessions/sessions.service.ts';
import { DemonstrationRepository, type StepCase } from './demonstration.repository.ts';
import type { ScriptStep } from './demonstration-script.ts';

/** Keys of the demonstration's commands are made from the number of the step: a repeated step is the same command. */
const STEPS = 'e2c7b1a4-6f0d-5c3e-9a58-1d4f7b20c6e9';

/** Plays steps as the people of a demonstration, signed in like anybody, through the services that everybody uses. */
@Injectable()
export class DemonstrationCast {
  private readonly tokens = new Map<string, string>();

  constructor(
    private readonly repository: DemonstrationRepository,
    private readonly sessions: SessionsService,
    private readonly actions: ActionsService,
  ) {}

  async play(step: ScriptStep, number: number): Promise<void> {
    const found = await this.repository.findCase(step);
    if (found === undefined) throw new DomainError('not-found');
    const who = await this.identityOf(step.as);
    const asked = (part: string): Asked => ({
      who,
      caseId: found.id,
      key: derivedId(`${String(number)} ${part}`, STEPS),
      language: DEFAULT_LANGUAGE,
    });
    if (step.claim !== undefined) await this.actions.claim(asked('claim'), step.claim);
    if (step.extend !== undefined)
      await this.actions.extend(asked('extend'), { ...step.extend, reason: step.comment ?? '' });
    if (step.exempt === true) await this.actions.exempt(asked('exempt'), { reason: step.comment ?? '' });
    if (step.do !== undefined) await this.take(asked('do'), step, step.do, found);
  }

  /** Ends the sessions in which the steps were played. */
  async leave(): Promise<void> {
    for (const token of this.tokens.values()) await this.sessions.closeByToken(token);
    this.tokens.clear();
  }

  private async take(asked: Asked, step: ScriptStep, action: string, { lockVersion }: StepCase): Promise<void> {
    await this.actions.take(asked, {
      action,
      lockVersion,
      accepted: true,
      ...(step.form !== undefined && { data: step.form }),
      ...(step.comment !== undefined && { comment: step.comment }),
      ...(step.reasons !== undefined && { reasons: step.reasons }),
      ...(step.proxy !== undefined && { proxy: step.proxy }),
    });
  }

  private async identityOf(account: string): Promise<Identity> {
    const known = this.tokens.get(account);
    const identity = known === undefined ? undefined : await this.sessions.identify(known);
    if (identity !== undefined) return identity;
    const person = await this.repository.person(account);
    if (person === undefined) throw new DomainError('not-found');
    const token = await this.sessions.open(person, 'demonstration');
    this.tokens.set(account, token);
    const opened = await this.sessions.identify(token);
    if (opened === undefined) throw new DomainError('not-signed-in');
    return opened;
  }
}

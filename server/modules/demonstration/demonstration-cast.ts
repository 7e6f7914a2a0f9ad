import { Injectable } from '@nestjs/common';
import { v5 as derivedId } from 'uuid';
import { ActionsService, type Asked } from '../cases/actions.service.ts';
import { CommandService } from '../cases/command.service.ts';
import { DraftsService } from '../cases/drafts.service.ts';
import { defaultsOf } from '../cases/form-check.ts';
import { DEFAULT_LANGUAGE } from '../language.ts';
import type { StepCase } from './demonstration.repository.ts';
import { DemonstrationRemarks } from './demonstration-remarks.ts';
import type { ScriptStep } from './demonstration-script.ts';
import { DemonstrationSignIn } from './demonstration-sign-in.ts';

/** Keys of the demonstration's commands are made from the number of the step: a repeated step is the same command. */
const STEPS = 'e2c7b1a4-6f0d-5c3e-9a58-1d4f7b20c6e9';

/** Plays steps as the people of a demonstration, through the services that everybody uses. */
@Injectable()
export class DemonstrationCast {
  constructor(
    private readonly people: DemonstrationSignIn,
    private readonly actions: ActionsService,
    private readonly drafts: DraftsService,
    private readonly remarks: DemonstrationRemarks,
    private readonly commands: CommandService,
  ) {}

  async play(step: ScriptStep, number: number, found: StepCase): Promise<void> {
    const who = await this.people.as(step.as);
    const asked = (part: string): Asked => ({
      who,
      caseId: found.id,
      key: derivedId(`${String(number)} ${part}`, STEPS),
      language: DEFAULT_LANGUAGE,
    });
    const reason = step.comment ?? '';
    if (step.save === true) await this.drafts.save(asked('save'), { rev: found.rev, data: step.form ?? {} });
    if (step.remark !== undefined) await this.remarks.make(who, found, step.remark);
    if (step.claim !== undefined) await this.actions.claim(asked('claim'), step.claim);
    if (step.extend !== undefined) await this.actions.extend(asked('extend'), { ...step.extend, reason });
    if (step.exempt === true) await this.actions.exempt(asked('exempt'), { reason });
    if (step.do !== undefined) await this.take(asked('do'), { ...step, do: step.do }, found);
  }

  /** Everybody goes home. */
  leave(): Promise<void> {
    return this.people.leave();
  }

  private async take(asked: Asked, step: ScriptStep & { do: string }, found: StepCase): Promise<void> {
    const data = step.form ?? (await this.offered(asked, found));
    await this.actions.take(asked, {
      action: step.do,
      lockVersion: found.lockVersion,
      accepted: true,
      ...(data !== undefined && { data }),
      ...(step.comment !== undefined && { comment: step.comment }),
      ...(step.reasons !== undefined && { reasons: step.reasons }),
      ...(step.proxy !== undefined && { proxy: step.proxy }),
    });
  }

  /** What the page of a case that nobody has written into shows, and one would send. */
  private async offered({ who, caseId }: Asked, { hasData }: StepCase): Promise<Record<string, unknown> | undefined> {
    return hasData ? undefined : defaultsOf(await this.commands.look(caseId, who));
  }
}

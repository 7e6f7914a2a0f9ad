import { Injectable } from '@nestjs/common';
import type { TimerCommand } from '../../engine/command.ts';
import type { TimerKind } from '../../engine/effect.ts';
import { DomainError } from '../domain-error.ts';
import { DEFAULT_LANGUAGE } from '../language.ts';
import { CaseWriteRepository } from './case-write.repository.ts';
import { CommandService } from './command.service.ts';

/** A timer whose time has come. */
export interface DueTimer {
  id: string;
  caseId: string;
  visit: number;
  kind: TimerKind;
  key: string;
  n: number;
}

const commandOf = ({ kind, key, n, visit }: DueTimer): TimerCommand => {
  switch (kind) {
    case 'open':
      return { type: 'open' };
    case 'remind':
      return { type: 'remind', deadline: key, n, visit };
    case 'escalate':
      return { type: 'escalate', deadline: key, n, visit };
    case 'due':
      return { type: 'event', name: `@due.${key}`, visit };
    case 'grace_end':
      return { type: 'event', name: `@late.${key}`, visit };
    case 'settle':
      return { type: 'settle' };
  }
};

/** Gives cases the commands of the clock. */
@Injectable()
export class TimersService {
  constructor(
    private readonly commands: CommandService,
    private readonly writes: CaseWriteRepository,
  ) {}

  /** Carries out what the timer asks for; twice or late does no harm. Afterwards the timer has fired. */
  async fire(timer: DueTimer): Promise<void> {
    const hasMoved = await this.move(timer);
    if (!hasMoved) await this.writes.endTimer(timer.id);
  }

  private async move(timer: DueTimer): Promise<boolean> {
    try {
      return await this.commands.run({
        key: `timer:${timer.id}`,
        requestHash: timer.id,
        caseId: timer.caseId,
        who: null,
        command: commandOf(timer),
        firedTimer: timer.id,
        answer: (_, moved) => moved.effects.length > 0,
        language: DEFAULT_LANGUAGE,
      });
    } catch (error) {
      // A refusal will stay one: the case has gone on to where the timer has nothing to say.
      if (error instanceof DomainError && error.code === 'refused') return false;
      throw error;
    }
  }
}

import { Injectable } from '@nestjs/common';
import { CommandService } from '../modules/cases/command.service.ts';
import { DomainError } from '../modules/domain-error.ts';
import { DEFAULT_LANGUAGE } from '../modules/language.ts';
import type { ContestEventOrder } from '../modules/outbox-topics.ts';
import type { OutboxHandler } from './outbox-handlers.ts';
import type { Writing } from './outbox.repository.ts';

const nothing: Writing = () => Promise.resolve();

/** Gives a case the event of its election, once: a repetition finds its command carried out. */
@Injectable()
export class ContestEventHandler implements OutboxHandler {
  readonly topic = 'contest-event';

  constructor(private readonly commands: CommandService) {}

  async prepare(payload: unknown): Promise<Writing> {
    const { case: caseId, election, ballot, name, n } = payload as ContestEventOrder;
    const key = `contest:${election}:${name}:${n}`;
    try {
      await this.commands.run({
        key,
        requestHash: key,
        caseId,
        who: null,
        command: { type: 'contest-event', name, ballot },
        answer: () => null,
        language: DEFAULT_LANGUAGE,
      });
    } catch (error) {
      // A refusal stays one, however often it is asked.
      if (!(error instanceof DomainError && error.code === 'refused')) throw error;
    }
    return nothing;
  }
}

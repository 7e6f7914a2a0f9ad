import { Injectable } from '@nestjs/common';
import { CommandService } from '../modules/cases/command.service.ts';
import { DomainError } from '../modules/domain-error.ts';
import { DEFAULT_LANGUAGE } from '../modules/language.ts';
import type { RecountOrder } from '../modules/outbox-topics.ts';
import type { OutboxHandler } from './outbox-handlers.ts';
import type { Writing } from './outbox.repository.ts';

const nothing: Writing = () => Promise.resolve();

/** Looks again at a case that bears the mark of a limit. */
@Injectable()
export class RecountHandler implements OutboxHandler {
  readonly topic = 'recount';

  constructor(private readonly commands: CommandService) {}

  async prepare(payload: unknown): Promise<Writing> {
    const { case: caseId, n } = payload as RecountOrder;
    const key = `recount:${caseId}:${n}`;
    try {
      await this.commands.run({
        ...{ key, requestHash: key, caseId, who: null },
        command: { type: 'recount' },
        answer: () => null,
        language: DEFAULT_LANGUAGE,
      });
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'refused')) throw error;
    }
    return nothing;
  }
}

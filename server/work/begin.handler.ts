import { Injectable } from '@nestjs/common';
import type { BeginOrder } from '../modules/outbox-topics.ts';
import { AfterService } from '../modules/starts/after.service.ts';
import type { OutboxHandler } from './outbox-handlers.ts';
import type { Writing } from './outbox.repository.ts';

const nothing: Writing = () => Promise.resolve();

/** Begins the case that comes after another one. A repetition finds that it is there. */
@Injectable()
export class BeginHandler implements OutboxHandler {
  readonly topic = 'begin';

  constructor(private readonly after: AfterService) {}

  async prepare(payload: unknown): Promise<Writing> {
    await this.after.follow(payload as BeginOrder);
    return nothing;
  }
}

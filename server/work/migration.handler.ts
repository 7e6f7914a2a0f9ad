import { Injectable } from '@nestjs/common';
import { ChunkCarrier } from '../modules/migrations/chunk-carrier.ts';
import type { MigrationOrder } from '../modules/outbox-topics.ts';
import type { OutboxHandler } from './outbox-handlers.ts';
import type { Writing } from './outbox.repository.ts';

const nothing: Writing = () => Promise.resolve();

/** Carries a chunk of running cases over. Each case is a transaction of its own, so that a crash loses nothing that was done. */
@Injectable()
export class MigrationHandler implements OutboxHandler {
  readonly topic = 'migration';

  constructor(private readonly cases: ChunkCarrier) {}

  async prepare(payload: unknown): Promise<Writing> {
    const { plan, chunk } = payload as MigrationOrder;
    await this.cases.carry(plan, chunk);
    return nothing;
  }
}

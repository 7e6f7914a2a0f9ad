import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject, Logger } from '@nestjs/common';
import type { Job } from 'bullmq';
import { DueTimers } from '../modules/due-timers.ts';
import { ElectionClosing } from '../modules/election-closing.ts';
import { OUTBOX_HANDLERS, type OutboxHandlers } from './outbox-handlers.ts';
import { OutboxRepository } from './outbox.repository.ts';
import { CONCURRENCY, JOBS, QUEUE, TAKING_OVER } from './queue.ts';
import { Tidying } from './tidying.ts';

/** Works off the queue: entries of the outbox, due timers, and what has to be cleared away. */
@Processor(QUEUE, { concurrency: CONCURRENCY, ...TAKING_OVER })
export class OutboxProcessor extends WorkerHost {
  private readonly log = new Logger(OutboxProcessor.name);

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly timers: DueTimers,
    private readonly tidying: Tidying,
    private readonly elections: ElectionClosing,
    @Inject(OUTBOX_HANDLERS) private readonly handlers: OutboxHandlers,
  ) {
    super();
  }

  async process({ name, data }: Job<{ id?: string }>): Promise<void> {
    if (name === JOBS.timers) await this.timers.fire();
    else if (name === JOBS.tidy) await this.tidying.tidy();
    else if (name === JOBS.checkpoints) await this.elections.checkpoint();
    else if (name === JOBS.closings) await this.elections.closeDue();
    else if (data.id !== undefined) await this.deliver(data.id);
  }

  @OnWorkerEvent('error')
  note(error: Error): void {
    this.log.error(error);
  }

  @OnWorkerEvent('failed')
  noteFailed(_: unknown, error: Error): void {
    this.log.error(error);
  }

  /** Repeating it is harmless: what is done is not found again, and two at once meet at the row's lock. */
  private async deliver(id: string): Promise<void> {
    const entry = await this.outbox.find(id);
    if (entry === undefined) return;
    try {
      const handler = this.handlers.get(entry.topic);
      if (handler === undefined) throw new Error(`nobody carries out the topic ${entry.topic}`);
      await this.outbox.finish(id, await handler.prepare(entry.payload));
    } catch (error) {
      await this.outbox.noteFailure(id, error instanceof Error ? error.message : String(error));
      throw error;
    }
  }
}

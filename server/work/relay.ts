import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { setTimeout as sleep } from 'node:timers/promises';
import { OutboxRepository } from './outbox.repository.ts';
import { JOBS, QUEUE } from './queue.ts';
import { Clockwork } from './clockwork.ts';

const BATCH = 200;

/**
 * How often the outbox is looked at, milliseconds. Asking costs one indexed statement; being told (NOTIFY) would put all
 * commits of the system behind one lock.
 */
const PAUSE = 200;
const PAUSE_AFTER_FAILURE = 2_000;

/** A queue that does not answer must not hold the rows' locks for longer. */
const QUEUE_PATIENCE = 5_000;

/** How often lost entries are looked for, milliseconds, and after how long an entry counts as lost; at the start, at once. */
const HEAL_EVERY = 5_000;
const LOST_AFTER_SECONDS = 20;

const inTime = async <T>(work: Promise<T>): Promise<T> => {
  const late = new AbortController();
  const timeout = sleep(QUEUE_PATIENCE, undefined, { signal: late.signal }).then(() => {
    throw new Error('the queue did not answer');
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    late.abort();
    timeout.catch(() => undefined);
  }
};

/** What the queue gets for entries of the outbox; a job that it has already, by its id, it does not take again. */
export const jobsFor = (ids: readonly string[]) =>
  ids.map((id) => ({ name: JOBS.deliver, data: { id }, opts: { jobId: `ob-${id}` } }));

/**
 * Hands the outbox over to the queue, at least once: a row is marked only after the queue has it, and what the queue has
 * twice under one id runs once. What it lost is handed over again.
 */
@Injectable()
export class Relay {
  private readonly log = new Logger(Relay.name);
  private stopping: AbortController | undefined;
  private running: Promise<void> | undefined;
  private healedAt = 0;
  private isFailing = false;
  /** What the queue was asked and has not answered; nothing more is asked then, or it would all be asked at once later. */
  private asked: Promise<unknown> | undefined;

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly clockwork: Clockwork,
    @InjectQueue(QUEUE) private readonly queue: Queue,
  ) {}

  start(): void {
    this.stopping = new AbortController();
    this.running = this.run(this.stopping.signal);
  }

  async stop(): Promise<void> {
    this.stopping?.abort();
    await this.running;
  }

  /** Hands over what waits now, at most one batch. Answers how many. */
  async round(): Promise<number> {
    if (!(await this.outbox.hasUnsent())) return 0;
    return this.outbox.send(BATCH, async (ids) => {
      await this.ask(() => this.queue.addBulk(jobsFor(ids)));
    });
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const pause = await this.turn();
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  private async turn(): Promise<number> {
    try {
      await this.heal();
      const sent = await this.round();
      this.isFailing = false;
      return sent === BATCH ? 0 : PAUSE;
    } catch (error) {
      if (!this.isFailing) this.log.error(error);
      this.isFailing = true;
      return PAUSE_AFTER_FAILURE;
    }
  }

  private async heal(): Promise<void> {
    if (Date.now() - this.healedAt < HEAL_EVERY) return;
    await this.ask(() => this.clockwork.ensure());
    await this.outbox.resend(this.healedAt === 0 ? 0 : LOST_AFTER_SECONDS);
    this.healedAt = Date.now();
  }

  private async ask(question: () => Promise<unknown>): Promise<void> {
    if (this.asked !== undefined) throw new Error('the queue still does not answer');
    this.asked = question().finally(() => {
      this.asked = undefined;
    });
    await inTime(this.asked);
  }
}

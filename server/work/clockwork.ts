import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { JOBS, QUEUE } from './queue.ts';

/** What runs again and again, on one process at a time, and how often in milliseconds. */
const SCHEDULE = {
  [JOBS.timers]: 3_000,
  [JOBS.tidy]: 3_600_000,
  [JOBS.checkpoints]: 600_000,
  [JOBS.closings]: 15_000,
};

/** The recurring jobs of the queue. A queue that was emptied has lost them too, so they are looked after. */
@Injectable()
export class Clockwork {
  constructor(@InjectQueue(QUEUE) private readonly queue: Queue) {}

  async ensure(): Promise<void> {
    for (const [name, every] of Object.entries(SCHEDULE)) {
      if ((await this.queue.getJobScheduler(name)) !== undefined) continue;
      await this.queue.upsertJobScheduler(
        name,
        { every },
        { name, opts: { attempts: 1, removeOnComplete: true, removeOnFail: true } },
      );
    }
  }
}

import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { TimersService } from '../modules/cases/timers.service.ts';
import { DueTimers } from '../modules/due-timers.ts';
import { type DueRow, TimerRepository } from './timer.repository.ts';

const BATCH = 100;

/** How many organisations' timers fire side by side; each takes one connection. */
const LANES = 4;

/** Another process that is firing is waited for so long, milliseconds. */
const PATIENCE = 10_000;

/** A timer that fails is tried again after 1 s, then 2 s, and so on up to five minutes. */
const LONGEST_PAUSE = 300_000;

interface Failure {
  times: number;
  notBefore: number;
}

/** Timers of one organisation look at each other's cases, so they fire one after the other; those of others beside them. */
const inLines = (due: readonly DueRow[]): DueRow[][] => {
  const lines = new Map<string, DueRow[]>();
  for (const timer of due) {
    const key = timer.organisationId ?? timer.caseId;
    lines.set(key, [...(lines.get(key) ?? []), timer]);
  }
  return [...lines.values()];
};

/**
 * Fires what is due, in the order of time. Only one process at a time does; where two should meet, the command key of
 * the timer (`timer:<id>`) makes the second harmless.
 */
@Injectable()
export class Timers extends DueTimers {
  private readonly log = new Logger(Timers.name);
  private readonly failures = new Map<string, Failure>();

  constructor(
    private readonly timers: TimerRepository,
    private readonly cases: TimersService,
  ) {
    super();
  }

  next(after: Date, until: Date): Promise<Date | undefined> {
    return this.timers.next(after, until);
  }

  async fire(): Promise<number> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const hasMore = await this.timers.alone(() => this.round());
      if (hasMore === false) break;
      if (hasMore === undefined) {
        if (Date.now() > end) break;
        await sleep(50);
      }
    }
    return this.timers.count();
  }

  /** Answers whether there may be more to do. */
  private async round(): Promise<boolean> {
    const due = await this.timers.due(BATCH, this.waiting());
    const lines = inLines(due);
    await Promise.all(
      Array.from({ length: LANES }, async () => {
        for (let line = lines.shift(); line !== undefined; line = lines.shift()) await this.follow(line);
      }),
    );
    return due.length > 0;
  }

  /** What comes after a timer that failed waits for the next round. */
  private async follow(line: readonly DueRow[]): Promise<void> {
    for (const timer of line) {
      try {
        await this.cases.fire(timer);
        this.failures.delete(timer.id);
      } catch (error) {
        this.noteFailure(timer.id);
        this.log.error(error);
        return;
      }
    }
  }

  private noteFailure(id: string): void {
    const times = (this.failures.get(id)?.times ?? 0) + 1;
    this.failures.set(id, { times, notBefore: Date.now() + Math.min(500 * 2 ** times, LONGEST_PAUSE) });
  }

  private waiting(): string[] {
    const now = Date.now();
    return [...this.failures].flatMap(([id, { notBefore }]) => (notBefore > now ? [id] : []));
  }
}

import { Injectable } from '@nestjs/common';
import type { MovedClock } from '../../contract/wire/session.ts';
import { instantOfLocal, localTime } from '../../engine/calendar.ts';
import { Clock } from '../clock.ts';
import { DomainError } from '../domain-error.ts';
import { DueTimers } from '../due-timers.ts';
import { InstallationService } from '../sessions/installation.service.ts';
import { SessionSettings } from '../sessions/session-settings.ts';

/** A request does not wait longer than this for what happens on the way, milliseconds. */
const PATIENCE = 20_000;

/** The clock that a demonstration may move, and never back. */
@Injectable()
export class DemonstrationClockService {
  constructor(
    private readonly clock: Clock,
    private readonly timers: DueTimers,
    private readonly installation: InstallationService,
    private readonly settings: SessionSettings,
  ) {}

  /** Moves it to a local time of the installation's zone. */
  async move(to: string): Promise<MovedClock> {
    if (!this.settings.isDemonstration) throw new DomainError('not-found');
    const zone = await this.installation.zone();
    const instant = instantOfLocal(to, zone);
    const now = await this.clock.now();
    if (!(instant >= now.getTime())) throw wrongTime(localTime(now.getTime(), zone));
    const left = await this.advance(new Date(instant));
    return { now: (await this.clock.now()).toISOString(), left };
  }

  /**
   * Goes through everything that is due on the way, each at its own time, as if the time had passed. Answers how many
   * timers are due and could not be fired.
   */
  async advance(to: Date): Promise<number> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const left = await this.timers.fire();
      const next = await this.timers.next(await this.clock.now(), to);
      if (Date.now() > end) return left;
      await this.clock.forward(next ?? to);
      if (next === undefined) return this.timers.fire();
    }
  }
}

const wrongTime = (now: string): DomainError =>
  new DomainError('invalid', undefined, {
    issues: [
      {
        pointer: '/to',
        message: {
          zh: `演示时间只能往后调，现在是 ${now.replace('T', ' ')}`,
          en: `The clock of the demonstration only goes forward; it is ${now.replace('T', ' ')} now`,
        },
      },
    ],
  });

import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../../storage/database.ts';
import { DomainError } from '../domain-error.ts';
import { Obligations } from '../obligations.ts';
import { DemonstrationCast } from './demonstration-cast.ts';
import { DemonstrationClockService } from './demonstration-clock.service.ts';
import { DemonstrationRepository, isOver, type Progress } from './demonstration.repository.ts';
import type { DemonstrationScript, ScriptStep } from './demonstration-script.ts';

/** How often a play that was interrupted is taken up again, and after how many milliseconds. */
const ATTEMPTS = 30;
const PAUSE = 2_000;

/** Plays the steps of a demonstration in the order of their times, each at its time. */
@Injectable()
export class DemonstrationPlayer {
  private readonly log = new Logger(DemonstrationPlayer.name);

  constructor(
    private readonly database: Database,
    private readonly repository: DemonstrationRepository,
    private readonly clock: DemonstrationClockService,
    private readonly cast: DemonstrationCast,
    private readonly obligations: Obligations,
  ) {}

  /** Goes on after a failure of the database, for about as long as a restart of one may take. */
  async play(script: DemonstrationScript): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.playAll(script);
        return;
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
        // A system that ends does not wait for this.
        await sleep(PAUSE, undefined, { ref: false });
      }
    }
  }

  private async playAll(script: DemonstrationScript): Promise<void> {
    await this.obligations.ensure();
    while (await this.next(script)) continue;
    await this.cast.leave();
  }

  /**
   * A step and the note that it is done: who dies in between repeats the step, which then changes nothing. Two processes
   * that start together play one step each in turn.
   */
  private next(script: DemonstrationScript): Promise<boolean> {
    return this.database.transaction(async (sql) => {
      await this.repository.lock(sql);
      const progress = await this.repository.progress(sql);
      if (progress === undefined || isOver(progress)) return false;
      const step = script.steps[progress.done];
      await this.clock.advance(new Date(step?.instant ?? script.now));
      const refusal = step === undefined ? [] : await this.attempt(step, progress.done);
      const refused = [...progress.refused, ...refusal];
      await this.repository.save(sql, { ...progress, done: progress.done + 1, refused });
      return true;
    });
  }

  /**
   * What the rules do not allow is left out and noted; a visitor may have been faster. A key that was used before tells
   * that the step was taken, on the case as it then was, by somebody who died before the note.
   */
  private async attempt(step: ScriptStep, number: number): Promise<Progress['refused']> {
    try {
      const found = await this.repository.findCase(step);
      if (found === undefined) throw new DomainError('not-found');
      await this.cast.play(step, number, found);
      return [];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'key-reused') return [];
      const code = error.reason ?? error.code;
      this.log.warn(`step ${String(number + 1)} of the demonstration was refused: ${code}`);
      return [{ step: number, code }];
    }
  }
}

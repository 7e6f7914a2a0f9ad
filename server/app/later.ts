import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DueTimers } from '../modules/due-timers.ts';
import { ElectionClosing } from '../modules/election-closing.ts';
import { FileSweeper } from '../modules/files/file-sweeper.ts';
import { Database } from '../storage/database.ts';
import { OUTBOX_HANDLERS, type OutboxHandlers } from '../work/outbox-handlers.ts';
import type { Work } from '../work/start-work.ts';
import type { Config } from './config.ts';
import { playDemonstration } from './demonstration.ts';

/** What begins once pages are served, so that the first of them waits for none of it. */
export interface Later {
  stop(): Promise<void>;
}

/** Relay, queue and worker of this process. */
export const startHands = async (
  app: NestFastifyApplication,
  { redisUrl }: Config,
  databaseUrl: string,
): Promise<Work> => {
  const { startWork } = await import('../work/start-work.ts');
  return startWork({
    place: { databaseUrl, redisUrl },
    database: app.get(Database),
    timers: app.get(DueTimers),
    files: app.get(FileSweeper, { strict: false }),
    handlers: app.get<OutboxHandlers>(OUTBOX_HANDLERS),
    elections: app.get(ElectionClosing, { strict: false }),
  });
};

/**
 * Starts the worker, unless another process does its part, and plays the demonstration. Nobody waits for the play: what
 * is left of it when the system ends is played after the next start.
 */
export const startLater = async (app: NestFastifyApplication, config: Config, databaseUrl: string): Promise<Later> => {
  const work = config.isWorker ? await startHands(app, config, databaseUrl) : undefined;
  let isStopping = false;
  playDemonstration(app).catch((error: unknown) => {
    if (!isStopping) new Logger('Demonstration').error(error);
  });
  return {
    stop: async () => {
      isStopping = true;
      await work?.stop();
    },
  };
};
